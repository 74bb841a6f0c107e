package org.bihuan.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.bihuan.contract.CampaignEvent.PointSurveyed;
import org.bihuan.contract.InspectionEvent.PointObserved;

/** The photos of surveys and mock evaluations, which belong to no problem: there may be none. */
@ApplicationScoped
public class PhotosWithoutProblem {

  private final Attachments attachments;
  private final Clock clock;

  PhotosWithoutProblem(Attachments attachments, Clock clock) {
    this.attachments = attachments;
    this.clock = clock;
  }

  /** Notes that those of a survey were used, so that they are kept. */
  public void surveyed(PointSurveyed fact) {
    attachments.follow(fact.attachments(), Owner.survey(fact.surveyId()), clock.instant());
  }

  /** The same of an observation. */
  public void observed(PointObserved fact) {
    attachments.follow(
        fact.attachments(), Owner.observation(fact.observationId()), clock.instant());
  }
}
