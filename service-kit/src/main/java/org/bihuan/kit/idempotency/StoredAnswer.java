package org.bihuan.kit.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

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

  /** The answer on the wire, {@code root} being the address at which the service was asked. */
  public Response toResponse(URI root) {
    return builder(root).build();
  }

  /** The same, marked as a repetition. */
  public Response toReplay(URI root) {
    return builder(root).header(REPLAYED, true).build();
  }

  private Response.ResponseBuilder builder(URI root) {
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON)
            .entity(body == null ? null : new Json(body));
    if (location != null) {
      response.header(HttpHeaders.LOCATION, root.resolve(location));
    }
    if (etag != null) {
      response.tag(new EntityTag(etag));
    }
    return response;
  }
}
