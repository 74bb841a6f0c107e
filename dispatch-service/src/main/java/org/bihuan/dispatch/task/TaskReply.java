package org.bihuan.dispatch.task;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;

/** What was replied to a task, by whom, and whether in time. It is never changed. */
@Embeddable
record TaskReply(
    String cause,
    String measures,
    @Column(name = "result_summary") String resultSummary,
    @Column(name = "attachment_ids") List<UUID> attachmentIds,
    @Column(name = "replied_at") Instant repliedAt,
    @Embedded
        @AttributeOverride(name = "role", column = @Column(name = "replied_by_role"))
        @AttributeOverride(name = "unitCode", column = @Column(name = "replied_by_unit"))
        @AttributeOverride(name = "subject", column = @Column(name = "replied_by_subject"))
        Author author,
    @Column(name = "on_time") Boolean onTime) {

  static TaskReply of(NewTaskReply content, Instant at, Actor by, boolean onTime) {
    return new TaskReply(
        content.cause(),
        content.measures(),
        content.resultSummary(),
        List.copyOf(content.attachmentIds()),
        at,
        Author.of(by),
        onTime);
  }
}
