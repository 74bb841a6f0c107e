package org.bihuan.dispatch.campaign.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.CampaignEvent.PointSurveyed;
import org.bihuan.dispatch.attachment.Attachments;
import org.bihuan.kit.outbox.Outbox;

/** Keeps what was found at a point, uses its photos and tells of it, so that they are kept. */
@ApplicationScoped
class SurveyBook {

  private final PointSurveys surveys;
  private final Attachments attachments;
  private final Outbox outbox;

  SurveyBook(PointSurveys surveys, Attachments attachments, Outbox outbox) {
    this.surveys = surveys;
    this.attachments = attachments;
    this.outbox = outbox;
  }

  /**
   * Enters a survey.
   *
   * @throws org.bihuan.kit.refusal.Invalid naming each attachment that cannot be used
   * @throws org.bihuan.kit.refusal.Conflict {@code attachment-not-ready}
   */
  void enter(UUID campaignId, PointSurvey survey) {
    List<AttachedFile> attached =
        attachments.use(survey.attachmentIds(), survey.surveyedBy().subject(), survey.id());
    surveys.persist(survey);
    outbox.announce(
        new PointSurveyed(
            survey.id(),
            campaignId,
            survey.pointId(),
            survey.surveyedAt(),
            survey.surveyedBy(),
            attached));
  }
}
