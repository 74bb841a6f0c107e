package org.bihuan.intake.attachment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.Coordinates;
import org.bihuan.intake.rewriting.FileKind;
import org.bihuan.intake.rewriting.Rewritten;

/**
 * A photo or paper (附件). It is uploaded, then used once by whoever uploaded it; from then on it
 * belongs to what it was used for, and is seen by those who may see that. Unused ones go away.
 */
@Entity
public class Attachment {

  /** Before digital cameras a clock is wrong. */
  private static final Instant FIRST_CAMERAS = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks of cameras are set by hand. */
  private static final Duration CAMERA_SKEW = Duration.ofDays(1);

  /** Which of its files. */
  public enum Variant {
    /** As everybody sees it: blurred where somebody blurred it. */
    SHOWN,
    /** The small picture of a photo, blurred like the shown one. */
    THUMBNAIL,
    /** The photo before it was blurred; only a disclosure leads there. */
    UNBLURRED
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private AttachmentStatus status;

  private String type;
  private int bytes;
  private Integer width;
  private Integer height;

  @Column(name = "taken_at")
  private Instant takenAt;

  private Double longitude;
  private Double latitude;
  private String sha256;

  @Column(name = "thumbnail_sha256")
  private String thumbnailSha256;

  private int[] picture;

  @Embedded private Blurring blurring;

  @Column(name = "stored_at")
  private Instant storedAt;

  @Column(name = "usable_until")
  private Instant usableUntil;

  @Column(name = "stored_by_role")
  private String storedByRole;

  @Column(name = "stored_by_unit")
  private String storedByUnit;

  @Column(name = "stored_by_subject")
  private String storedBySubject;

  @Enumerated(EnumType.STRING)
  @Column(name = "owner_kind")
  private Owner.Kind ownerKind;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "problem_id")
  private UUID problemId;

  private boolean confidential;

  @Column(name = "shows_before")
  private boolean showsBefore;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Version private long version;

  protected Attachment() {}

  /**
   * A file that was just uploaded.
   *
   * @param sha256 of its content
   * @param thumbnailSha256 of its thumbnail, or {@code null}
   * @param usable how long it can be used
   */
  static Attachment store(
      Rewritten file,
      String sha256,
      String thumbnailSha256,
      Actor by,
      Instant now,
      Duration usable) {
    Attachment attachment = new Attachment();
    attachment.id = UuidCreator.getTimeOrderedEpoch();
    attachment.status = AttachmentStatus.PENDING;
    attachment.type = file.kind().mediaType();
    attachment.bytes = file.content().length;
    attachment.width = file.width() == 0 ? null : file.width();
    attachment.height = file.height() == 0 ? null : file.height();
    attachment.takenAt = isBelievable(file.takenAt(), now) ? file.takenAt() : null;
    attachment.longitude = file.position() == null ? null : file.position().longitude();
    attachment.latitude = file.position() == null ? null : file.position().latitude();
    attachment.sha256 = sha256;
    attachment.thumbnailSha256 = thumbnailSha256;
    attachment.picture = file.picture() == null ? null : file.picture().bands();
    attachment.storedAt = now;
    attachment.usableUntil = now.plus(usable);
    attachment.storedByRole = by.role();
    attachment.storedByUnit = by.unitCode();
    attachment.storedBySubject = by.subject();
    return attachment;
  }

  private static boolean isBelievable(Instant takenAt, Instant now) {
    return takenAt != null
        && takenAt.isAfter(FIRST_CAMERAS)
        && takenAt.isBefore(now.plus(CAMERA_SKEW));
  }

  /** Whether {@code subject} uploaded it. */
  public boolean isOf(String subject) {
    return storedBySubject.equals(subject);
  }

  public UUID id() {
    return id;
  }

  public AttachmentStatus status() {
    return status;
  }

  public FileKind kind() {
    return FileKind.ofMediaType(type);
  }

  /** Media type. */
  public String type() {
    return type;
  }

  public int bytes() {
    return bytes;
  }

  /** Pixels, or {@code null} for a paper. */
  public Integer width() {
    return width;
  }

  public Integer height() {
    return height;
  }

  /** By the camera's clock, or {@code null}. */
  public Instant takenAt() {
    return takenAt;
  }

  /** By the camera, in WGS-84, or {@code null}. */
  public Coordinates position() {
    return longitude == null ? null : new Coordinates(longitude, latitude);
  }

  /** Of the original, which proves what was sent, also when a blurred one is shown. */
  public String sha256() {
    return sha256;
  }

  /** Whether there is a picture of it: a paper has none. */
  public boolean isPhoto() {
    return width != null;
  }

  /** Shows it blurred from now on, instead of the original or of an earlier blurring. */
  void blur(Blurring now) {
    blurring = now;
  }

  /** What is shown instead of the original, or {@code null} when that is shown. */
  public Blurring blurring() {
    return blurring;
  }

  /** Hash of one of its files; {@code null} of the thumbnail of a paper. */
  public String sha256(Variant variant) {
    return switch (variant) {
      case UNBLURRED -> sha256;
      case SHOWN -> blurring == null ? sha256 : blurring.sha256();
      case THUMBNAIL -> blurring == null ? thumbnailSha256 : blurring.thumbnailSha256();
    };
  }

  public Instant storedAt() {
    return storedAt;
  }

  public Instant usableUntil() {
    return usableUntil;
  }

  Actor storedBy() {
    return new Actor(storedByRole, storedByUnit, storedBySubject);
  }

  /** What it belongs to, or {@code null} while it is not used. */
  public Owner owner() {
    return ownerKind == null ? null : new Owner(ownerKind, ownerId, problemId, confidential);
  }

  /** Whether a reply shows it as the state before. */
  public boolean showsBefore() {
    return showsBefore;
  }

  /** Whether only those may see it, and where it was taken, who may see its complaint. */
  public boolean isConfidential() {
    return confidential;
  }

  /** As facts tell it. */
  public AttachedFile told() {
    return new AttachedFile(id, sha256);
  }

  public long version() {
    return version;
  }
}
