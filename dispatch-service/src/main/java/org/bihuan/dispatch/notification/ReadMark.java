package org.bihuan.dispatch.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a person has read a notification; others to whom it was sent as well have not by that. */
@Entity
@Immutable
@Table(name = "notification_read")
class ReadMark {

  @Id private UUID id;

  @Column(name = "notification_id")
  private UUID notificationId;

  private String subject;

  @Column(name = "read_at")
  private Instant readAt;

  protected ReadMark() {}

  UUID notificationId() {
    return notificationId;
  }

  Instant readAt() {
    return readAt;
  }
}
