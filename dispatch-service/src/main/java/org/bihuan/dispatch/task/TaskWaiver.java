package org.bihuan.dispatch.task;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;

/** Why nothing is owed by a unit any more, and who said so. */
@Embeddable
record TaskWaiver(
    @Column(name = "waiver_reason") String reason,
    @Column(name = "waived_at") Instant waivedAt,
    @Embedded
        @AttributeOverride(name = "role", column = @Column(name = "waived_by_role"))
        @AttributeOverride(name = "unitCode", column = @Column(name = "waived_by_unit"))
        @AttributeOverride(name = "subject", column = @Column(name = "waived_by_subject"))
        Author author) {

  static TaskWaiver of(String reason, Instant at, Actor by) {
    return new TaskWaiver(reason, at, Author.of(by));
  }
}
