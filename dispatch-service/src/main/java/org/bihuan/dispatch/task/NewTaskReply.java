package org.bihuan.dispatch.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.reply.Outcome;
import org.bihuan.dispatch.reply.ReplyStep;
import org.bihuan.dispatch.reply.WorkDone;

/**
 * What a unit that helps has done (配合单位回复): measures or their steps, and the result.
 *
 * @param cause why it came to its share of the problem, at most 2000 characters, or {@code null}
 * @param measures what was done, at most 4000 characters
 * @param resultSummary what came of it, at most 2000 characters; needed
 * @param attachmentIds photos and papers that the caller has uploaded to intake-service, at most 20
 * @param outcomes what was achieved in figures, at most 20
 * @param steps the measures one by one, in their order, at most 50; they stand for {@code measures}
 *     where these are missing
 * @param subUnitCode code, name or alias of the sub-unit (下级单位) of the unit that replies which did
 *     the work, or {@code null}
 * @param beforePhotoIds those of the attachments that show how it was
 * @param afterPhotoIds those of the attachments that show how it is now
 */
public record NewTaskReply(
    @Size(max = 2000) String cause,
    @Size(max = 4000) String measures,
    @Size(max = 2000) String resultSummary,
    @Size(max = 20) List<@NotNull UUID> attachmentIds,
    @Size(max = 20) List<@NotNull @Valid Outcome> outcomes,
    @Size(max = 50) List<@NotNull @Valid ReplyStep> steps,
    @Size(min = 1, max = 60) String subUnitCode,
    @Size(max = 20) List<@NotNull UUID> beforePhotoIds,
    @Size(max = 20) List<@NotNull UUID> afterPhotoIds)
    implements WorkDone {

  public NewTaskReply {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
    outcomes = outcomes == null ? List.of() : outcomes;
    steps = steps == null ? List.of() : steps;
    beforePhotoIds = beforePhotoIds == null ? List.of() : beforePhotoIds;
    afterPhotoIds = afterPhotoIds == null ? List.of() : afterPhotoIds;
  }
}
