package org.bihuan.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.bihuan.contract.CampaignEvent.PointSurveyed;

/** The photos of surveys, which belong to no problem: there may never be one. */
@ApplicationScoped
public class SurveyPhotos {

  private final Attachments attachments;
  private final Clock clock;

  SurveyPhotos(Attachments attachments, Clock clock) {
    this.attachments = attachments;
    this.clock = clock;
  }

  /** Notes that they were used, so that they are kept. */
  public void surveyed(PointSurveyed fact) {
    attachments.follow(fact.attachments(), Owner.survey(fact.surveyId()), clock.instant());
  }
}
