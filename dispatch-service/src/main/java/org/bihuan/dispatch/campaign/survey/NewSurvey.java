package org.bihuan.dispatch.campaign.survey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * That somebody looked at a point (摸排).
 *
 * @param result whether something is to be done
 * @param finding what is there, 1 to 2000 characters
 * @param reason why nothing is to be done, 1 to 1000 characters; given with NOT_NEEDED and only
 *     then
 * @param attachmentIds photos and papers that the caller has uploaded to intake-service, at most 20
 */
public record NewSurvey(
    @NotNull SurveyResult result,
    @NotBlank @Size(min = 1, max = 2000) String finding,
    @Size(min = 1, max = 1000) String reason,
    @Size(max = 20) List<@NotNull UUID> attachmentIds) {

  public NewSurvey {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }
}
