package org.bihuan.kit.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A successful answer as it is stored: the first one and every repetition are made from it.
 *
 * @param location path of what was created, or {@code null}
 * @param etag entity tag without quotes, or {@code null}
 * @param body JSON, or {@code null}
 */
public record StoredAnswer(int status, String location, String etag, String body) {

  /** Header that marks a repeated answer. */
  private static final String REPLAYED = "Idempotency-Replayed";

  private record Json(@JsonValue @JsonRawValue String text) {}

  /**
   * The answer on the wire, {@code root} being the address at which the service was asked.
   *
   * @param <V> what the body says
   */
  public <V> RestResponse<V> toResponse(URI root) {
    return this.<V>builder(root).build();
  }

  /** The same, marked as a repetition. */
  public <V> RestResponse<V> toReplay(URI root) {
    return this.<V>builder(root).header(REPLAYED, true).build();
  }

  private <V> ResponseBuilder<V> builder(URI root) {
    ResponseBuilder<V> response = ResponseBuilder.create(status);
    response.type(MediaType.APPLICATION_JSON).entity(written());
    if (location != null) {
      response.header(HttpHeaders.LOCATION, root.resolve(location));
    }
    if (etag != null) {
      response.tag(new EntityTag(etag));
    }
    return response;
  }

  /** The text that was written for a {@code V}, which goes out as it is. */
  @SuppressWarnings("unchecked")
  private <V> V written() {
    return body == null ? null : (V) new Json(body);
  }
}
