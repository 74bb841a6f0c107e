package org.bihuan.dispatch.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;

/** What was replied to a task, by whom, and whether in time. It is never changed. */
@Embeddable
record TaskReply(
    String cause,
    String measures,
    @Column(name = "result_summary") String resultSummary,
    @Column(name = "attachment_ids") List<UUID> attachmentIds,
    @Column(name = "replied_at") Instant repliedAt,
    @Column(name = "replied_by_role") String repliedByRole,
    @Column(name = "replied_by_unit") String repliedByUnit,
    @Column(name = "replied_by_subject") String repliedBySubject,
    @Column(name = "on_time") Boolean onTime) {

  static TaskReply of(NewTaskReply content, Instant at, Actor by, boolean onTime) {
    return new TaskReply(
        content.cause(),
        content.measures(),
        content.resultSummary(),
        List.copyOf(content.attachmentIds()),
        at,
        by.role(),
        by.unitCode(),
        by.subject(),
        onTime);
  }

  Actor repliedBy() {
    return new Actor(repliedByRole, repliedByUnit, repliedBySubject);
  }
}
