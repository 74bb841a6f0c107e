package org.bihuan.intake.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * A key by which a machine sends complaints for one channel. Its secret is shown once and kept by
 * its {@link ChannelKeyUse use}, as a hash or sealed.
 */
@Entity
@Table(name = "channel_key")
public class ChannelKey {

  @Id private UUID id;

  @Column(name = "channel_code")
  private String channelCode;

  private String holder;

  @Enumerated(EnumType.STRING)
  @Column(name = "key_use")
  private ChannelKeyUse use;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "sealed_secret")
  private byte[] sealedSecret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ChannelKey() {}

  /** A key for {@code X-Api-Key}, of which only the hash is kept. */
  static ChannelKey sent(String channelCode, String holder, byte[] keyHash, Instant now) {
    ChannelKey key = issue(channelCode, holder, ChannelKeyUse.API, now);
    key.keyHash = keyHash;
    return key;
  }

  /**
   * A key that signs.
   *
   * @param seal makes of the key's id what is kept of its secret
   */
  static ChannelKey signing(
      String channelCode,
      String holder,
      ChannelKeyUse use,
      Function<UUID, byte[]> seal,
      Instant now) {
    ChannelKey key = issue(channelCode, holder, use, now);
    key.sealedSecret = seal.apply(key.id);
    return key;
  }

  private static ChannelKey issue(
      String channelCode, String holder, ChannelKeyUse use, Instant now) {
    ChannelKey key = new ChannelKey();
    key.id = UuidCreator.getTimeOrderedEpoch();
    key.channelCode = channelCode;
    key.holder = holder;
    key.use = use;
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

  public ChannelKeyUse use() {
    return use;
  }

  /** {@code null} for a key that does not sign. */
  byte[] sealedSecret() {
    return sealedSecret;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant revokedAt() {
    return revokedAt;
  }
}
