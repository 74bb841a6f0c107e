package org.bihuan.dispatch.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What a unit that helps has done (配合单位回复).
 *
 * @param cause why it came to its share of the problem, at most 2000 characters, or {@code null}
 * @param measures what was done, 1 to 4000 characters
 * @param resultSummary what came of it, 1 to 2000 characters
 * @param attachmentIds photos and papers that the caller has uploaded to intake-service, at most 20
 */
public record NewTaskReply(
    @Size(max = 2000) String cause,
    @NotBlank @Size(min = 1, max = 4000) String measures,
    @NotBlank @Size(min = 1, max = 2000) String resultSummary,
    @Size(max = 20) List<@NotNull UUID> attachmentIds) {

  public NewTaskReply {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }
}
