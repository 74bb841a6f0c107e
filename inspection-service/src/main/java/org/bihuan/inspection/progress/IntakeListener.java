package org.bihuan.inspection.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.IntakeEvent;
import org.bihuan.inspection.assessment.fact.ItemFactDesk;
import org.bihuan.inspection.attachment.Attachments;
import org.bihuan.inspection.coverage.unseen.ReportDesk;
import org.bihuan.inspection.lookback.FeedbackDesk;
import org.bihuan.inspection.tally.TallyDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what intake did. */
@ApplicationScoped
class IntakeListener implements EventListener {

  private final Attachments attachments;
  private final ReportDesk reports;
  private final TallyDesk tallies;
  private final ItemFactDesk assessed;
  private final FeedbackDesk feedback;

  IntakeListener(
      Attachments attachments,
      ReportDesk reports,
      TallyDesk tallies,
      ItemFactDesk assessed,
      FeedbackDesk feedback) {
    this.attachments = attachments;
    this.reports = reports;
    this.tallies = tallies;
    this.assessed = assessed;
    this.feedback = feedback;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.INTAKE_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(IntakeEvent.AttachmentStored.class, attachments::follow);
    routes.on(IntakeEvent.ProblemFiled.class, reports::follow);
    routes.on(IntakeEvent.ComplaintMerged.class, reports::follow);
    routes.on(IntakeEvent.ComplaintHandedOver.class, reports::follow);
    routes.on(IntakeEvent.ProblemFiled.class, tallies::follow);
    routes.on(IntakeEvent.ProblemMerged.class, tallies::follow);
    routes.on(IntakeEvent.ProblemHandedOver.class, tallies::follow);
    routes.on(IntakeEvent.ProblemFiled.class, assessed::follow);
    routes.on(IntakeEvent.ProblemCorrected.class, assessed::follow);
    routes.on(IntakeEvent.FeedbackGiven.class, feedback::follow);
  }
}
