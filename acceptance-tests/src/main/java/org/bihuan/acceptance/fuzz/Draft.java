package org.bihuan.acceptance.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ValidRequest;

/**
 * A sound request that is about to be spoilt.
 *
 * @param valid with real ids
 */
record Draft(Operation operation, ValidRequest valid) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands in the body where the literal goes; no sound request has such a text. */
  private static final String HERE = "\uE000here\uE000";

  Call call() {
    return valid.call(operation);
  }

  /** Its body; an empty object where the operation takes none, or another form than JSON. */
  ObjectNode body() {
    try {
      return valid.json() == null || !valid.json().startsWith("{")
          ? JSON.createObjectNode()
          : (ObjectNode) JSON.readTree(valid.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A valid request with a body that is not JSON.", e);
    }
  }

  /**
   * The body with {@code literal} at a place; what lies above the place is made.
   *
   * @param literal may be something that is no JSON at all
   */
  String bodyWith(JsonPointer place, String literal) {
    ObjectNode body = body();
    set(body, place, JSON.getNodeFactory().textNode(HERE));
    return body.toString().replace("\"" + HERE + "\"", literal);
  }

  String bodyWithout(JsonPointer place) {
    ObjectNode body = body();
    JsonNode parent = body.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.remove(place.last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
      array.remove(0);
    }
    return body.toString();
  }

  private static void set(ObjectNode body, JsonPointer place, JsonNode value) {
    JsonNode at = body;
    for (JsonPointer step = place; !step.tail().matches(); step = step.tail()) {
      at = inside(at, step.getMatchingProperty(), step.tail().getMatchingProperty());
    }
    String last = place.last().getMatchingProperty();
    if (at instanceof ArrayNode array) {
      if (array.isEmpty()) {
        array.add(value);
      } else {
        array.set(0, value);
      }
    } else {
      ((ObjectNode) at).set(last, value);
    }
  }

  /** What lies under {@code name}: an array when its own step is an index. */
  private static JsonNode inside(JsonNode parent, String name, String next) {
    JsonNode child = parent instanceof ArrayNode array ? array.path(0) : parent.path(name);
    if (child.isContainerNode()) {
      return child;
    }
    JsonNode made = next.equals("0") ? JSON.createArrayNode() : JSON.createObjectNode();
    if (parent instanceof ArrayNode array) {
      array.removeAll().add(made);
    } else {
      ((ObjectNode) parent).set(name, made);
    }
    return made;
  }

  /** The call with one more query parameter; its value is encoded. */
  Call asking(String name, String value) {
    String target = call().target();
    return call()
        .to(target + (target.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value));
  }

  /** The call with another value in its path, encoded. */
  Call at(String parameter, String value) {
    return valid.call(operation, java.util.Map.of(parameter, value));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
