package org.bihuan.intake.reporter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * Who complained (诉求人), with name and phone encrypted. Only {@link ReporterVault} can make one or
 * look inside.
 */
@Embeddable
public class Reporter {

  @Column(name = "reporter_name")
  private byte[] name;

  @Column(name = "reporter_phone")
  private byte[] phone;

  @Column(name = "reporter_phone_hash")
  private byte[] phoneHash;

  private boolean anonymous;
  private boolean confidential;

  @Column(name = "wants_callback")
  private boolean wantsCallback;

  @Column(name = "reporter_purged_at")
  private Instant purgedAt;

  @Column(name = "resident_id")
  private UUID residentId;

  protected Reporter() {}

  Reporter(
      byte[] name,
      byte[] phone,
      byte[] phoneHash,
      boolean anonymous,
      boolean confidential,
      boolean wantsCallback) {
    this.name = name;
    this.phone = phone;
    this.phoneHash = phoneHash;
    this.anonymous = anonymous;
    this.confidential = confidential;
    this.wantsCallback = wantsCallback;
  }

  /**
   * The same, sent by a resident of the mini-program, who finds it again in a list of one's own. No
   * answer but that list tells of it, whether the reporter is anonymous or not.
   *
   * @param residentId may be {@code null}
   */
  public Reporter sentBy(UUID residentId) {
    this.residentId = residentId;
    return this;
  }

  /** What is left when name and phone are erased; it is in no list of a resident any more. */
  public Reporter forgotten(Instant now) {
    Reporter left = new Reporter(null, null, null, anonymous, confidential, wantsCallback);
    left.purgedAt = now;
    return left;
  }

  byte[] name() {
    return name;
  }

  byte[] phone() {
    return phone;
  }

  byte[] phoneHash() {
    return phoneHash;
  }

  /** When name and phone were erased; {@code null} as long as they are kept. */
  public Instant purgedAt() {
    return purgedAt;
  }

  /** Whether a name, a number or the resident who sent it is kept. */
  public boolean isKnown() {
    return name != null || phone != null || residentId != null;
  }

  public boolean isAnonymous() {
    return anonymous;
  }

  public boolean isConfidential() {
    return confidential;
  }

  public boolean wantsCallback() {
    return wantsCallback;
  }
}
