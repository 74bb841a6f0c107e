package org.bihuan.dispatch.campaign.survey;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;

/**
 * A survey of a point as clients see it.
 *
 * @param result whether something is to be done
 * @param finding what was there
 * @param reason why nothing is to be done, or {@code null}
 * @param attachmentIds photos and papers that show it
 * @param surveyedAt when somebody looked
 * @param surveyedBy who looked
 */
public record SurveyView(
    @NotNull UUID id,
    @NotNull SurveyResult result,
    @FreeText @NotNull String finding,
    @FreeText String reason,
    @NotNull List<UUID> attachmentIds,
    @NotNull Instant surveyedAt,
    @NotNull Actor surveyedBy) {

  static SurveyView of(PointSurvey survey) {
    return new SurveyView(
        survey.id(),
        survey.result(),
        survey.finding(),
        survey.reason(),
        survey.attachmentIds(),
        survey.surveyedAt(),
        survey.surveyedBy());
  }
}
