package org.bihuan.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.intake.attachment.PhotosWithoutProblem;
import org.bihuan.intake.feedback.call.CallBackDesk;
import org.bihuan.intake.problem.ProblemDesk;
import org.bihuan.intake.registration.RegistrationDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what inspection did. */
@ApplicationScoped
class InspectionListener implements EventListener {

  private final ProblemDesk problems;
  private final RegistrationDesk complaints;
  private final PhotosWithoutProblem photos;
  private final CallBackDesk calls;

  InspectionListener(
      ProblemDesk problems,
      RegistrationDesk complaints,
      PhotosWithoutProblem photos,
      CallBackDesk calls) {
    this.problems = problems;
    this.complaints = complaints;
    this.photos = photos;
    this.calls = calls;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.INSPECTION_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(InspectionEvent.RecheckPlanned.class, problems::record);
    routes.on(InspectionEvent.EvidenceWaived.class, problems::record);
    routes.on(InspectionEvent.RecheckPassed.class, problems::record);
    routes.on(InspectionEvent.RecheckFailed.class, problems::record);
    routes.on(InspectionEvent.ProblemWrittenOff.class, problems::writeOff);
    routes.on(InspectionEvent.ProblemWrittenOff.class, calls::plan);
    routes.on(InspectionEvent.LateItemFactNoted.class, problems::record);
    routes.on(InspectionEvent.LookBackDone.class, complaints::followLookBack);
    routes.on(InspectionEvent.FindingReported.class, complaints::registerFinding);
    routes.on(InspectionEvent.PointObserved.class, photos::observed);
    routes.on(InspectionEvent.FindingDecided.class, problems::record);
    routes.on(InspectionEvent.CaseConfirmed.class, problems::record);
    routes.on(InspectionEvent.CaseServed.class, problems::record);
    routes.on(InspectionEvent.AssessmentClosed.class, problems::record);
  }
}
