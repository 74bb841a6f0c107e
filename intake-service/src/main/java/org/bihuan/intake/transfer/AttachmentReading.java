package org.bihuan.intake.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.UUID;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.filestore.FileStore;
import org.bihuan.kit.refusal.NotFound;

/** Opens the files of attachments for whoever has a link; the link was the right to see them. */
@ApplicationScoped
@Transactional
class AttachmentReading {

  private final Attachments attachments;
  private final FileStore files;

  AttachmentReading(Attachments attachments, FileStore files) {
    this.attachments = attachments;
    this.files = files;
  }

  /** A file of an attachment, and how it is shown. */
  record Content(String sha256, String mediaType, String name, InputStream bytes) {}

  /**
   * A file, for whoever has a link to it.
   *
   * @throws NotFound when it was removed since, or has no small picture
   */
  Content content(UUID id, Variant variant) {
    Attachment attachment =
        attachments
            .findByIdOptional(id)
            .filter(found -> found.sha256(variant) != null)
            .orElseThrow(() -> new NotFound("attachment-not-found", id));
    boolean whole = variant != Variant.THUMBNAIL;
    String sha256 = attachment.sha256(variant);
    return new Content(
        sha256,
        whole ? attachment.type() : "image/jpeg",
        whole ? id + "." + attachment.kind().extension() : id + "-thumbnail.jpg",
        files.open(sha256));
  }
}
