package org.bihuan.dispatch.reply;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.ReplyKind;

/**
 * A unit's reply (回复单). A final one needs cause, measures and result; an interim one any of them.
 *
 * @param cause why the problem arose, at most 2000 characters
 * @param measures what was done, at most 4000 characters
 * @param resultSummary what came of it, at most 2000 characters
 * @param lastingMeasures what keeps the problem from coming back (长效措施), at most 2000 characters,
 *     or {@code null}
 * @param attachmentIds photos and papers that the caller has uploaded to intake-service, at most 20
 * @param outcomes what was achieved in figures, at most 20
 * @param spent money it took, or {@code null}
 */
public record NewReply(
    @NotNull ReplyKind kind,
    @Size(max = 2000) String cause,
    @Size(max = 4000) String measures,
    @Size(max = 2000) String resultSummary,
    @Size(max = 2000) String lastingMeasures,
    @Size(max = 20) List<@NotNull UUID> attachmentIds,
    @Size(max = 20) List<@NotNull @Valid Outcome> outcomes,
    @Valid Money spent) {

  public NewReply {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
    outcomes = outcomes == null ? List.of() : outcomes;
  }
}
