package org.bihuan.dispatch.reply;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.ReplyKind;

/**
 * A unit's reply (回复单). A final one needs cause, measures or their steps, and result; an interim
 * one any of them.
 *
 * @param cause why the problem arose, at most 2000 characters
 * @param measures what was done, at most 4000 characters
 * @param resultSummary what came of it, at most 2000 characters
 * @param lastingMeasures what keeps the problem from coming back (长效措施), at most 2000 characters,
 *     or {@code null}
 * @param attachmentIds photos and papers that the caller has uploaded to intake-service, at most 20
 * @param outcomes what was achieved in figures, at most 20
 * @param spent money it took, or {@code null}
 * @param steps the measures one by one, in their order, at most 50; they stand for {@code measures}
 *     where these are missing
 * @param subUnitCode code, name or alias of the sub-unit (下级单位) that did the work, or {@code null}
 * @param beforePhotoIds those of the attachments that show how it was
 * @param afterPhotoIds those of the attachments that show how it is now
 */
public record NewReply(
    @NotNull ReplyKind kind,
    @Size(max = 2000) String cause,
    @Size(max = 4000) String measures,
    @Size(max = 2000) String resultSummary,
    @Size(max = 2000) String lastingMeasures,
    @Size(max = 20) List<@NotNull UUID> attachmentIds,
    @Size(max = 20) List<@NotNull @Valid Outcome> outcomes,
    @Valid Money spent,
    @Size(max = 50) List<@NotNull @Valid ReplyStep> steps,
    @Size(min = 1, max = 60) String subUnitCode,
    @Size(max = 20) List<@NotNull UUID> beforePhotoIds,
    @Size(max = 20) List<@NotNull UUID> afterPhotoIds)
    implements WorkDone {

  public NewReply {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
    outcomes = outcomes == null ? List.of() : outcomes;
    steps = steps == null ? List.of() : steps;
    beforePhotoIds = beforePhotoIds == null ? List.of() : beforePhotoIds;
    afterPhotoIds = afterPhotoIds == null ? List.of() : afterPhotoIds;
  }
}
