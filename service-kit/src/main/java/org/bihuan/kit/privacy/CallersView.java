package org.bihuan.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the JSON of a view shows to the caller, as a view again: for answers in another form than
 * JSON. The same serializer masks it, so nothing is in the one that is not in the other.
 */
@ApplicationScoped
public class CallersView {

  private final ObjectMapper json;

  CallersView(ObjectMapper json) {
    this.json = json;
  }

  /** The view with every {@link org.bihuan.contract.FreeText} as the caller may read it. */
  public <T> T of(T view, Class<T> type) {
    try {
      return json.treeToValue(json.valueToTree(view), type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("cannot be read back: " + type, unreadable);
    }
  }
}
