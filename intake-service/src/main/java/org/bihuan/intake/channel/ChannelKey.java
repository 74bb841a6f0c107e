package org.bihuan.intake.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A key by which a machine sends complaints for one channel. The key itself is shown once and kept
 * as a hash.
 */
@Entity
@Table(name = "channel_key")
public class ChannelKey {

  @Id private UUID id;

  @Column(name = "channel_code")
  private String channelCode;

  private String holder;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ChannelKey() {}

  static ChannelKey issue(String channelCode, String holder, byte[] keyHash, Instant now) {
    ChannelKey key = new ChannelKey();
    key.id = UuidCreator.getTimeOrderedEpoch();
    key.channelCode = channelCode;
    key.holder = holder;
    key.keyHash = keyHash;
    key.createdAt = now;
    return key;
  }

  /** Makes the key worthless; revoking twice changes nothing. */
  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  public UUID id() {
    return id;
  }

  public String channelCode() {
    return channelCode;
  }

  /** Who holds the key, e.g. the vendor of a hotline; an organisation, never a person. */
  public String holder() {
    return holder;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant revokedAt() {
    return revokedAt;
  }
}
