package org.bihuan.dispatch.difficulty.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who is asked to a meeting: a unit or a leader, as they were called then.
 *
 * @param unitCode {@code null}, as {@code unitName}, for a leader
 * @param leaderCode {@code null}, as {@code leaderName}, for a unit
 * @param person who comes for the unit, or {@code null}
 * @param attended whether they came; {@code null} until the meeting was held
 */
@Embeddable
public record Attendee(
    @Column(name = "unit_code") String unitCode,
    @Column(name = "unit_name") String unitName,
    @Column(name = "leader_code") String leaderCode,
    @Column(name = "leader_name") String leaderName,
    String person,
    Boolean attended) {

  Attendee that(boolean came) {
    return new Attendee(unitCode, unitName, leaderCode, leaderName, person, came);
  }
}
