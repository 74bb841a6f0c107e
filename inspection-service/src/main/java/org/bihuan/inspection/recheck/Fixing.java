package org.bihuan.inspection.recheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.refusal.Conflict;

/**
 * The fixing that a re-check looks back at: who did it, and the reply that was accepted for it.
 *
 * @param leadUnitCode the responsible unit
 * @param leadUnitName as the unit was called when its reply was accepted
 * @param involvedUnitCodes units none of whose people may judge: lead, joint, and their kin
 * @param involvedSubjects people who worked on it or reviewed the work: none of them may judge
 * @param standingDemand lasting demand made with the acceptance, or {@code null}; to be looked at
 *     on the spot too
 * @param repliedAt when the reply was given
 * @param acceptedAt when it was accepted
 */
@Embeddable
public record Fixing(
    @Column(name = "lead_unit_code") String leadUnitCode,
    @Column(name = "lead_unit_name") String leadUnitName,
    @Column(name = "involved_unit_codes") List<String> involvedUnitCodes,
    @Column(name = "involved_subjects") List<String> involvedSubjects,
    @Column(name = "standing_demand") String standingDemand,
    @Column(name = "replied_at") Instant repliedAt,
    @Column(name = "accepted_at") Instant acceptedAt) {

  static Fixing of(ReplyAccepted accepted) {
    return new Fixing(
        accepted.leadUnit().code(),
        accepted.leadUnit().name(),
        List.copyOf(accepted.involvedUnitCodes()),
        List.copyOf(accepted.involvedSubjects()),
        accepted.standingDemand(),
        accepted.repliedAt(),
        accepted.occurredAt());
  }

  /**
   * Who fixed something does not judge it: no unit that had a part in it, nor a person of any.
   *
   * @throws Conflict {@code own-unit} or {@code own-work}
   */
  void refuseInvolved(String unitCode, String subject) {
    refuseInvolved(unitCode);
    if (involvedSubjects.contains(subject)) {
      throw new Conflict("own-work", subject);
    }
  }

  /**
   * The same of a unit alone.
   *
   * @throws Conflict {@code own-unit}
   */
  void refuseInvolved(String unitCode) {
    if (involvesUnit(unitCode)) {
      throw new Conflict("own-unit", unitCode);
    }
  }

  /** Whether {@code actor} or the unit of {@code actor} had a part in it. */
  boolean involves(Actor actor) {
    return involvesUnit(actor.unitCode()) || involvedSubjects.contains(actor.subject());
  }

  /** Whether people of the unit {@code code} had a part in it. */
  boolean involvesUnit(String code) {
    return code != null && involvedUnitCodes.contains(code);
  }

  /** The responsible unit as it was called when its reply was accepted. */
  public UnitName leadUnit() {
    return new UnitName(leadUnitCode, leadUnitName);
  }
}
