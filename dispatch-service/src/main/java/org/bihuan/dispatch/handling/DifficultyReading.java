package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.dispatch.difficulty.escalation.Escalations;
import org.bihuan.dispatch.difficulty.escalation.NamedLeader;
import org.bihuan.dispatch.difficulty.meeting.Meetings;
import org.bihuan.dispatch.handling.OrderItemView.DifficultyView;
import org.bihuan.dispatch.handling.OrderItemView.MeetingOfItem;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.organisation.duty.DutyView.LeaderName;

/** Shows how hard an item is, with the meetings about it; {@code null} when nobody has said so. */
@ApplicationScoped
class DifficultyReading {

  private final Meetings meetings;
  private final Escalations escalations;

  DifficultyReading(Meetings meetings, Escalations escalations) {
    this.meetings = meetings;
    this.escalations = escalations;
  }

  /** With the meetings that have the item on their agenda and the heads it was submitted to. */
  DifficultyView full(OrderItem item) {
    if (item.difficulty() == null) {
      return null;
    }
    List<MeetingOfItem> about = meetings.about(item.id()).stream().map(MeetingOfItem::of).toList();
    List<LeaderName> heads =
        escalations
            .submissionOf(item.id())
            .map(made -> made.heads().stream().map(NamedLeader::shown).toList())
            .orElse(List.of());
    return DifficultyView.of(item.difficulty(), about, heads);
  }

  /** As in a list, without them. */
  DifficultyView line(OrderItem item) {
    return item.difficulty() == null ? null : DifficultyView.of(item.difficulty(), null, null);
  }
}
