package org.bihuan.kit.idempotency;

import java.net.URI;
import org.bihuan.kit.refusal.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** What became of a request that is answered once. */
public sealed interface Outcome {

  /**
   * The response, {@code root} being the address at which the service was asked.
   *
   * @param <V> what the JSON of the answer says
   * @throws Refusal when the request was refused
   */
  <V> RestResponse<V> toResponse(URI root);

  /** It was done now, and this is its answer. */
  record Done(StoredAnswer answer) implements Outcome {
    @Override
    public <V> RestResponse<V> toResponse(URI root) {
      return answer.toResponse(root);
    }
  }

  /** Its key was answered before; nothing was done now. */
  record Replayed(StoredAnswer answer) implements Outcome {
    @Override
    public <V> RestResponse<V> toResponse(URI root) {
      return answer.toReplay(root);
    }
  }

  /** It was not done, and nothing is kept under its key. */
  record Refused(Refusal refusal) implements Outcome {
    @Override
    public <V> RestResponse<V> toResponse(URI root) {
      throw refusal;
    }
  }
}
