package org.bihuan.dispatch.request.extension;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.dispatch.request.RequestStatus;
import org.bihuan.kit.web.Versioned;

/**
 * A request for more time, as clients see it.
 *
 * @param status WITHDRAWN when it lapsed: the unit replied for good, or the limit ended otherwise
 * @param until end of the limit that the unit asks for
 * @param reason why the time does not suffice
 * @param requestedBy who asked
 * @param requestedAt when
 * @param decidedBy who decided or let it lapse; {@code null} while it is open
 * @param decidedAt when; {@code null} while it is open
 * @param opinion the special team's words, or {@code null}
 * @param version for {@code If-Match}
 */
public record ExtensionRequestView(
    @NotNull UUID id,
    @NotNull UUID itemId,
    @NotNull RequestStatus status,
    @NotNull Instant until,
    @FreeText @NotNull String reason,
    @NotNull Actor requestedBy,
    @NotNull Instant requestedAt,
    Actor decidedBy,
    Instant decidedAt,
    @FreeText String opinion,
    long version)
    implements Versioned {

  static ExtensionRequestView of(ExtensionRequest request) {
    return new ExtensionRequestView(
        request.id(),
        request.itemId(),
        request.status(),
        request.until(),
        request.reason(),
        request.requestedBy(),
        request.requestedAt(),
        request.decidedBy(),
        request.decidedAt(),
        request.opinion(),
        request.version());
  }
}
