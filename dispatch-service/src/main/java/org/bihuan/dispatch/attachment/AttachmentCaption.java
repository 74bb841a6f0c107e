package org.bihuan.dispatch.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.hibernate.annotations.Immutable;

/** What a paper says of a photo: the file itself is at intake-service alone. */
@Entity
@Immutable
@Table(name = "attachment_caption")
public class AttachmentCaption {

  @Id
  @Column(name = "attachment_id")
  private UUID attachmentId;

  private String sha256;

  @Column(name = "taken_at")
  private Instant takenAt;

  protected AttachmentCaption() {}

  /**
   * The caption of a stored file.
   *
   * @param takenAt by its camera, or {@code null}
   */
  public static AttachmentCaption of(UUID attachmentId, String sha256, Instant takenAt) {
    AttachmentCaption caption = new AttachmentCaption();
    caption.attachmentId = attachmentId;
    caption.sha256 = sha256;
    caption.takenAt = takenAt;
    return caption;
  }

  static AttachmentCaption of(AttachmentStored stored) {
    return of(stored.attachmentId(), stored.sha256(), stored.takenAt());
  }

  public UUID attachmentId() {
    return attachmentId;
  }

  /** SHA-256 of the file as intake-service keeps it, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** When a photo was taken, by its camera; {@code null} when that is not known. */
  public Instant takenAt() {
    return takenAt;
  }
}
