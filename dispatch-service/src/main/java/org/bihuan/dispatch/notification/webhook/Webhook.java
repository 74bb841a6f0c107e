package org.bihuan.dispatch.notification.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An address of another system that is told of some kinds of facts. */
@Entity
public class Webhook {

  @Id private UUID id;
  private String url;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  private List<NotificationKind> kinds;

  private byte[] secret;
  private boolean active;

  @Enumerated(EnumType.STRING)
  @Column(name = "closed_because")
  private ClosedBecause closedBecause;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  @Version private long version;

  /** Why the system itself stopped calling a webhook. */
  public enum ClosedBecause {
    /** The receiver answered 410. */
    GONE
  }

  protected Webhook() {}

  static Webhook of(String url, List<NotificationKind> kinds, Instant now) {
    Webhook webhook = new Webhook();
    webhook.id = UuidCreator.getTimeOrderedEpoch();
    webhook.createdAt = now;
    webhook.change(url, kinds, true);
    return webhook;
  }

  /** Whoever is active again was mended. */
  void change(String to, List<NotificationKind> wanted, boolean isActive) {
    url = to;
    kinds = wanted.stream().distinct().toList();
    active = isActive;
    closedBecause = isActive ? null : closedBecause;
  }

  void keep(byte[] sealed) {
    secret = sealed;
  }

  /** It is hidden from now on, and goes with its calls when those are forgotten. */
  void remove(Instant now) {
    active = false;
    removedAt = now;
  }

  /** The receiver says that it does not exist any more. */
  void gone() {
    active = false;
    closedBecause = ClosedBecause.GONE;
  }

  public UUID id() {
    return id;
  }

  public String url() {
    return url;
  }

  public List<NotificationKind> kinds() {
    return kinds;
  }

  /** Sealed. */
  byte[] secret() {
    return secret;
  }

  public boolean isActive() {
    return active;
  }

  /** {@code null} unless the system itself closed it. */
  public ClosedBecause closedBecause() {
    return closedBecause;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
