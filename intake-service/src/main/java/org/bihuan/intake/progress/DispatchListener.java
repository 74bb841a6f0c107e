package org.bihuan.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.CampaignEvent;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.intake.attachment.PhotosWithoutProblem;
import org.bihuan.intake.problem.ProblemDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what dispatch did. */
@ApplicationScoped
class DispatchListener implements EventListener {

  private final ProblemDesk problems;
  private final PhotosWithoutProblem photos;

  DispatchListener(ProblemDesk problems, PhotosWithoutProblem photos) {
    this.problems = problems;
    this.photos = photos;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.DISPATCH_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(DispatchEvent.ItemUnassigned.class, problems::itemUnassigned);
    routes.on(DispatchEvent.ItemIssued.class, problems::itemIssued);
    routes.on(DispatchEvent.ItemAcknowledged.class, problems::record);
    routes.on(DispatchEvent.ItemReplied.class, problems::itemReplied);
    routes.on(DispatchEvent.ReplyAccepted.class, problems::replyAccepted);
    routes.on(DispatchEvent.ReplyReturned.class, problems::replyReturned);
    routes.on(DispatchEvent.ItemReturnRequested.class, problems::record);
    routes.on(DispatchEvent.ItemReturnDecided.class, problems::record);
    routes.on(DispatchEvent.ItemReturnWithdrawn.class, problems::record);
    routes.on(DispatchEvent.ItemExtensionRequested.class, problems::record);
    routes.on(DispatchEvent.ItemExtensionDecided.class, problems::extensionDecided);
    routes.on(DispatchEvent.ItemSuspended.class, problems::itemSuspended);
    routes.on(DispatchEvent.ItemSuspensionReviewOverdue.class, problems::record);
    routes.on(DispatchEvent.ItemResumed.class, problems::itemResumed);
    routes.on(DispatchEvent.ItemDeclaredComplex.class, problems::record);
    routes.on(DispatchEvent.ItemPlanDateSet.class, problems::planDateSet);
    routes.on(DispatchEvent.ItemEscalated.class, problems::record);
    routes.on(DispatchEvent.MeetingDecided.class, problems::record);
    routes.on(DispatchEvent.ItemPlanFiled.class, problems::record);
    routes.on(DispatchEvent.ItemUrged.class, problems::record);
    routes.on(DispatchEvent.ItemJoinedCampaign.class, problems::record);
    routes.on(DispatchEvent.ItemLeftCampaign.class, problems::record);
    routes.on(DispatchEvent.ItemWarned.class, problems::record);
    routes.on(DispatchEvent.ItemOverdue.class, problems::record);
    routes.on(DispatchEvent.ItemTaskReplied.class, problems::taskReplied);
    routes.on(DispatchEvent.ItemTaskWaived.class, problems::record);
    routes.on(DispatchEvent.ItemTaskWarned.class, problems::record);
    routes.on(DispatchEvent.ItemTaskOverdue.class, problems::record);
    routes.on(DispatchEvent.AssignmentWarned.class, problems::record);
    routes.on(DispatchEvent.AssignmentOverdue.class, problems::record);
    routes.on(DispatchEvent.SameDayOrderWarned.class, problems::record);
    routes.on(DispatchEvent.SameDayOrderMissed.class, problems::record);
    routes.on(DispatchEvent.ItemCorrected.class, problems::record);
    routes.on(DispatchEvent.ReworkOrdered.class, problems::reworkOrdered);
    routes.on(DispatchEvent.ItemWrittenOff.class, problems::record);
    routes.on(DispatchEvent.ItemCancelled.class, problems::itemCancelled);
    routes.on(DispatchEvent.LateFactNoted.class, problems::record);
    routes.on(CampaignEvent.PointSurveyed.class, photos::surveyed);
  }
}
