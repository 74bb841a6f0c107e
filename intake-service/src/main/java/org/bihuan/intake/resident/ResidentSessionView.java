package org.bihuan.intake.resident;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.bihuan.kit.web.Versioned;

/**
 * A session that was just opened.
 *
 * @param token to be sent as {@code X-Session-Token}; in this answer and nowhere else
 * @param expiresAt when it ends by itself
 */
public record ResidentSessionView(@NotNull String token, @NotNull Instant expiresAt)
    implements Versioned {

  /** A session is ended whatever its state, so its versions are not counted. */
  @Override
  public long version() {
    return 0;
  }

  /** A token does not belong in a log. */
  @Override
  public String toString() {
    return "ResidentSessionView[expiresAt=" + expiresAt + "]";
  }
}
