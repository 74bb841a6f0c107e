package org.bihuan.kit.idempotency;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.bihuan.kit.refusal.Refusal;

/** What became of a request that is answered once. */
public sealed interface Outcome {

  /**
   * The response, {@code root} being the address at which the service was asked.
   *
   * @throws Refusal when the request was refused
   */
  Response toResponse(URI root);

  /** It was done now, and this is its answer. */
  record Done(StoredAnswer answer) implements Outcome {
    @Override
    public Response toResponse(URI root) {
      return answer.toResponse(root);
    }
  }

  /** Its key was answered before; nothing was done now. */
  record Replayed(StoredAnswer answer) implements Outcome {
    @Override
    public Response toResponse(URI root) {
      return answer.toReplay(root);
    }
  }

  /** It was not done, and nothing is kept under its key. */
  record Refused(Refusal refusal) implements Outcome {
    @Override
    public Response toResponse(URI root) {
      throw refusal;
    }
  }
}
