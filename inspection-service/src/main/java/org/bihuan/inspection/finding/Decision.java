package org.bihuan.inspection.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.UnitName;

/**
 * What a round table settled about a finding (一题一策).
 *
 * @param roundtableId the round table
 * @param text what is to be done
 * @param unitCode the unit that is to answer for it
 * @param unitName its name then
 * @param dueOn day by whose end it is to be done
 * @param decidedAt when that was recorded
 */
@Embeddable
public record Decision(
    @Column(name = "roundtable_id") UUID roundtableId,
    @Column(name = "decision_text") String text,
    @Column(name = "decision_unit_code") String unitCode,
    @Column(name = "decision_unit_name") String unitName,
    @Column(name = "decision_due_on") LocalDate dueOn,
    @Column(name = "decided_at") Instant decidedAt) {

  public UnitName unit() {
    return new UnitName(unitCode, unitName);
  }
}
