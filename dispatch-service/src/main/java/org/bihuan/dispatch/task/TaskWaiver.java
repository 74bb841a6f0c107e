package org.bihuan.dispatch.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.bihuan.contract.Actor;

/** Why nothing is owed by a unit any more, and who said so. */
@Embeddable
record TaskWaiver(
    @Column(name = "waiver_reason") String reason,
    @Column(name = "waived_at") Instant waivedAt,
    @Column(name = "waived_by_role") String waivedByRole,
    @Column(name = "waived_by_unit") String waivedByUnit,
    @Column(name = "waived_by_subject") String waivedBySubject) {

  static TaskWaiver of(String reason, Instant at, Actor by) {
    return new TaskWaiver(reason, at, by.role(), by.unitCode(), by.subject());
  }

  Actor waivedBy() {
    return new Actor(waivedByRole, waivedByUnit, waivedBySubject);
  }
}
