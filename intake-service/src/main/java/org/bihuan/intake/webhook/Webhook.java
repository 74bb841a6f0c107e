package org.bihuan.intake.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An address of a channel's own system that is told what became of the channel's complaints. */
@Entity
public class Webhook {

  /** How long a secret signs beside the one that took its place. */
  static final Duration CHANGE_OF_SECRETS = Duration.ofHours(24);

  @Id private UUID id;

  @Column(name = "channel_code")
  private String channelCode;

  private String url;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  private List<ChannelEvent> events;

  private byte[] secret;

  @Column(name = "former_secret")
  private byte[] formerSecret;

  @Column(name = "former_until")
  private Instant formerUntil;

  private boolean active;

  @Enumerated(EnumType.STRING)
  @Column(name = "closed_because")
  private ClosedBecause closedBecause;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  /** Why the system itself stopped calling a webhook. */
  public enum ClosedBecause {
    /** The receiver answered 410. */
    GONE
  }

  protected Webhook() {}

  static Webhook of(String channelCode, String url, List<ChannelEvent> events, Instant now) {
    Webhook webhook = new Webhook();
    webhook.id = UuidCreator.getTimeOrderedEpoch();
    webhook.channelCode = channelCode;
    webhook.createdAt = now;
    webhook.change(url, events, true);
    return webhook;
  }

  /** Whoever is active again was mended. */
  void change(String to, List<ChannelEvent> wanted, boolean isActive) {
    url = to;
    events = wanted.stream().distinct().toList();
    active = isActive;
    closedBecause = isActive ? null : closedBecause;
  }

  /** Its first secret, sealed. */
  void keep(byte[] sealed) {
    secret = sealed;
  }

  /** Another secret, sealed; the one before goes on signing beside it for a while. */
  void renew(byte[] sealed, Instant now) {
    formerSecret = secret;
    formerUntil = now.plus(CHANGE_OF_SECRETS);
    secret = sealed;
  }

  /** The receiver says that it does not exist any more. */
  void gone() {
    active = false;
    closedBecause = ClosedBecause.GONE;
  }

  public UUID id() {
    return id;
  }

  public String channelCode() {
    return channelCode;
  }

  public String url() {
    return url;
  }

  public List<ChannelEvent> events() {
    return events;
  }

  /** Those that sign at this moment, sealed, the newest first. */
  Stream<byte[]> secrets(Instant now) {
    boolean both = formerUntil != null && now.isBefore(formerUntil);
    return both ? Stream.of(secret, formerSecret) : Stream.of(secret);
  }

  /** Until when a former secret signs too; {@code null} when none does or did. */
  public Instant formerUntil() {
    return formerUntil;
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
