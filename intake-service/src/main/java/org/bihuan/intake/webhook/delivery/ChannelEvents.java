package org.bihuan.intake.webhook.delivery;

import java.util.Map;
import java.util.Optional;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.Event;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.IntakeEvent.ComplaintHandedOver;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ComplaintRejected;
import org.bihuan.contract.IntakeEvent.ComplaintWithdrawn;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.intake.webhook.ChannelEvent;

/** Which facts are told to channels, and as what. */
final class ChannelEvents {

  private static final Map<Class<? extends Event>, ChannelEvent> TOLD =
      Map.ofEntries(
          Map.entry(ProblemFiled.class, ChannelEvent.COMPLAINT_FILED),
          Map.entry(ComplaintMerged.class, ChannelEvent.COMPLAINT_MERGED),
          Map.entry(ComplaintHandedOver.class, ChannelEvent.COMPLAINT_HANDED_OVER),
          Map.entry(ComplaintRejected.class, ChannelEvent.COMPLAINT_REJECTED),
          Map.entry(ComplaintWithdrawn.class, ChannelEvent.COMPLAINT_WITHDRAWN),
          Map.entry(ItemIssued.class, ChannelEvent.PROBLEM_DISPATCHED),
          Map.entry(ItemReplied.class, ChannelEvent.PROBLEM_REPLIED),
          Map.entry(ReplyReturned.class, ChannelEvent.PROBLEM_REWORK),
          Map.entry(ReworkOrdered.class, ChannelEvent.PROBLEM_REWORK),
          Map.entry(ItemCancelled.class, ChannelEvent.PROBLEM_CANCELLED),
          Map.entry(ProblemWrittenOff.class, ChannelEvent.PROBLEM_WRITTEN_OFF));

  private ChannelEvents() {}

  /** Nothing when channels are not told of such facts. */
  static Optional<ChannelEvent> of(Event fact) {
    return Optional.ofNullable(TOLD.get(fact.getClass()));
  }
}
