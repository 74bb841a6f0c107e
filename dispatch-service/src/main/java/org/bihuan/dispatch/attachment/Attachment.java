package org.bihuan.dispatch.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.IntakeEvent.AttachmentStored;

/** A photo or paper that intake-service has, as far as its use here needs it. */
@Entity
class Attachment {

  @Id private UUID id;
  private String sha256;

  @Column(name = "stored_by_subject")
  private String storedBySubject;

  @Column(name = "usable_until")
  private Instant usableUntil;

  @Column(name = "used_by")
  private UUID usedBy;

  @Column(name = "used_at")
  private Instant usedAt;

  protected Attachment() {}

  static Attachment of(AttachmentStored stored) {
    Attachment attachment = new Attachment();
    attachment.id = stored.attachmentId();
    attachment.sha256 = stored.sha256();
    attachment.storedBySubject = stored.actor().subject();
    attachment.usableUntil = stored.usableUntil();
    return attachment;
  }

  boolean isOf(String subject) {
    return storedBySubject.equals(subject);
  }

  boolean isUsed() {
    return usedBy != null;
  }

  boolean isUsableAt(Instant now) {
    return now.isBefore(usableUntil);
  }

  /** Belongs to {@code owner} from now on. */
  void use(UUID owner, Instant now) {
    usedBy = owner;
    usedAt = now;
  }

  UUID id() {
    return id;
  }

  /** As facts tell it. */
  AttachedFile told() {
    return new AttachedFile(id, sha256);
  }
}
