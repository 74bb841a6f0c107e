package org.bihuan.dispatch.difficulty.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.bihuan.dispatch.organisation.duty.Duty;
import org.bihuan.dispatch.organisation.duty.DutyView.LeaderName;

/** A leader with the name and post of the day; a later change does not touch it. */
@Embeddable
public record NamedLeader(
    @Column(name = "leader_code") String code,
    @Column(name = "leader_name") String name,
    @Column(name = "leader_post") String post) {

  /** Who holds {@code duty}. */
  public static NamedLeader of(Duty duty) {
    return new NamedLeader(duty.leaderCode(), duty.leaderName(), duty.leaderPost());
  }

  /** As clients see it. */
  public LeaderName shown() {
    return new LeaderName(code, name, post);
  }
}
