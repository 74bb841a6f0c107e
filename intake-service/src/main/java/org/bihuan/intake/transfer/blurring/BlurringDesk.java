package org.bihuan.intake.transfer.blurring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.PhotoBlurred;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Blurring;
import org.bihuan.intake.attachment.FileKeeping;
import org.bihuan.intake.filestore.FileStore;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.rewriting.Rewritten;
import org.bihuan.intake.transfer.AttachmentAccess;
import org.bihuan.intake.transfer.AttachmentView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Puts a blurred photo in the place of the original, which stays. */
@ApplicationScoped
@Transactional
class BlurringDesk {

  private final AttachmentAccess access;
  private final FileStore store;
  private final FileKeeping files;
  private final Ledger ledger;
  private final Caller caller;

  BlurringDesk(
      AttachmentAccess access, FileStore store, FileKeeping files, Ledger ledger, Caller caller) {
    this.access = access;
    this.store = store;
    this.files = files;
    this.ledger = ledger;
    this.caller = caller;
  }

  /** The photo to be blurred, as it was before any blurring. */
  byte[] original(UUID id, NewBlurring blurring) {
    Attachment photo = access.toBlur(id);
    blurring.checkAgainst(photo);
    try (InputStream bytes = store.open(photo.sha256())) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be read to its end", e);
    }
  }

  /** Shows the rendition from now on; the same request again is answered as before. */
  @IdempotentRequest
  RestResponse<AttachmentView> blur(UUID id, Rewritten rendition) {
    Attachment photo = access.toBlur(id);
    Actor actor = caller.actor();
    files.keepBlurred(photo, rendition, actor);
    Blurring blurring = photo.blurring();
    UUID complaintId = photo.owner().id();
    ledger.announce(
        new PhotoBlurred(complaintId, id, photo.sha256(), blurring.sha256(), blurring.at(), actor),
        null,
        complaintId,
        blurring.at(),
        actor);
    return RestResponse.ok(AttachmentView.of(photo));
  }
}
