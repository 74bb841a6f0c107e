package org.bihuan.dispatch.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.hibernate.annotations.Immutable;

/** Something that a recipient is told: one fact, or a number of the same kind together. */
@Entity
@Immutable
public class Notification {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  @Column(name = "fact_key")
  private String factKey;

  @Embedded private Recipient recipient;
  private int count;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Column(name = "order_serial")
  private String orderSerial;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private AssignedUnit unit;

  @Column(name = "due_at")
  private Instant dueAt;

  private String list;
  private String text;
  private Instant at;

  protected Notification() {}

  /** What {@code recipient} is told of {@code news}. */
  static Notification of(News news, Recipient recipient, Instant now) {
    Notification notification = new Notification();
    notification.id = UuidCreator.getTimeOrderedEpoch();
    notification.kind = news.kind();
    notification.factKey = news.key();
    notification.recipient = recipient;
    notification.count = news.facts().size();
    notification.list = news.list(recipient);
    notification.text = news.text();
    notification.at = now;
    if (news.facts().size() == 1) {
      WaitingFact fact = news.facts().get(0);
      notification.itemId = fact.itemId();
      notification.problemSerial = fact.problemSerial();
      notification.orderSerial = fact.orderSerial();
      notification.unit = fact.unit();
      notification.dueAt = fact.dueAt();
    }
    return notification;
  }

  public UUID id() {
    return id;
  }

  public NotificationKind kind() {
    return kind;
  }

  public String factKey() {
    return factKey;
  }

  public Recipient recipient() {
    return recipient;
  }

  /** How many facts it tells. */
  public int count() {
    return count;
  }

  /** {@code null} when it tells more than one fact; what follows too. */
  public UUID itemId() {
    return itemId;
  }

  public String problemSerial() {
    return problemSerial;
  }

  public String orderSerial() {
    return orderSerial;
  }

  public AssignedUnit unit() {
    return unit;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** Address of what it is about, relative to the service. */
  public String list() {
    return list;
  }

  public String text() {
    return text;
  }

  public Instant at() {
    return at;
  }
}
