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
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * What was replied to a task, by whom, and whether in time; steps and outcomes are the task's. It
 * is never changed.
 */
@Embeddable
record TaskReply(
    String cause,
    String measures,
    @Column(name = "result_summary") String resultSummary,
    @Column(name = "attachment_ids") List<UUID> attachmentIds,
    @Embedded
        @AttributeOverride(name = "code", column = @Column(name = "sub_unit_code"))
        @AttributeOverride(name = "name", column = @Column(name = "sub_unit_name"))
        AssignedUnit subUnit,
    @Column(name = "before_photo_ids") List<UUID> beforePhotoIds,
    @Column(name = "after_photo_ids") List<UUID> afterPhotoIds,
    @Column(name = "replied_at") Instant repliedAt,
    @Embedded
        @AttributeOverride(name = "role", column = @Column(name = "replied_by_role"))
        @AttributeOverride(name = "unitCode", column = @Column(name = "replied_by_unit"))
        @AttributeOverride(name = "subject", column = @Column(name = "replied_by_subject"))
        Author author,
    @Column(name = "on_time") Boolean onTime) {

  static TaskReply of(
      NewTaskReply content, AssignedUnit subUnit, Instant at, Actor by, boolean onTime) {
    return new TaskReply(
        content.cause(),
        content.measures(),
        content.resultSummary(),
        List.copyOf(content.attachmentIds()),
        subUnit,
        List.copyOf(content.beforePhotoIds()),
        List.copyOf(content.afterPhotoIds()),
        at,
        Author.of(by),
        onTime);
  }
}
