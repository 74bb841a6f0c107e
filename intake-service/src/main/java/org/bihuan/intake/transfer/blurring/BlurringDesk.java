package org.bihuan.intake.transfer.blurring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.PhotoBlurred;
import org.bihuan.contract.Role;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.attachment.Blurring;
import org.bihuan.intake.attachment.FileKeeping;
import org.bihuan.intake.filestore.FileStore;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.rewriting.BlurredArea;
import org.bihuan.intake.rewriting.Rewritten;
import org.bihuan.intake.transfer.AttachmentAccess;
import org.bihuan.intake.transfer.AttachmentView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.jboss.resteasy.reactive.RestResponse;

/** Puts a blurred photo in the place of the original, which stays. */
@ApplicationScoped
@Transactional
class BlurringDesk {

  /** All areas are painted anew with each blurring, and stored with the photo. */
  private static final int MOST_AREAS = 200;

  private final AttachmentAccess access;
  private final Attachments attachments;
  private final FileStore store;
  private final FileKeeping files;
  private final Ledger ledger;
  private final Caller caller;

  BlurringDesk(
      AttachmentAccess access,
      Attachments attachments,
      FileStore store,
      FileKeeping files,
      Ledger ledger,
      Caller caller) {
    this.access = access;
    this.attachments = attachments;
    this.store = store;
    this.files = files;
    this.ledger = ledger;
    this.caller = caller;
  }

  /**
   * What is to be painted.
   *
   * @param version of the photo that was read
   * @param original the photo as it was before any blurring
   * @param areas all that are blurred from now on
   */
  record Painting(long version, byte[] original, List<BlurredArea> areas) {}

  /**
   * The photo to be blurred, and where.
   *
   * @throws Conflict {@code too-many-areas}
   */
  Painting painting(UUID id, NewBlurring blurring) {
    Attachment photo = access.toBlur(id);
    blurring.checkAgainst(photo);
    try (InputStream bytes = store.open(photo.sha256())) {
      return new Painting(photo.version(), bytes.readAllBytes(), areas(photo, blurring));
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be read to its end", e);
    }
  }

  /** What somebody has hidden is shown again by the special team alone. */
  private List<BlurredArea> areas(Attachment photo, NewBlurring blurring) {
    if (photo.blurring() == null || caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      return blurring.areas();
    }
    List<BlurredArea> all =
        Stream.concat(photo.blurring().areas().stream(), blurring.areas().stream())
            .distinct()
            .toList();
    if (all.size() > MOST_AREAS) {
      throw new Conflict("too-many-areas", MOST_AREAS);
    }
    return all;
  }

  /**
   * Shows the rendition from now on; the same request again is answered as before.
   *
   * @throws Conflict {@code photo-changed} when somebody else was faster: what was painted knows
   *     nothing of the other's areas
   */
  @IdempotentRequest
  RestResponse<AttachmentView> blur(UUID id, Painting painting, Rewritten rendition) {
    Attachment photo = access.toBlur(id);
    if (photo.version() != painting.version()) {
      throw new Conflict("photo-changed");
    }
    Actor actor = caller.actor();
    files.keepBlurred(photo, rendition, painting.areas(), actor);
    Blurring blurring = photo.blurring();
    UUID complaintId = photo.owner().id();
    ledger.announce(
        new PhotoBlurred(complaintId, id, photo.sha256(), blurring.sha256(), blurring.at(), actor),
        null,
        complaintId,
        blurring.at(),
        actor);
    attachments.flush();
    AttachmentView view = AttachmentView.of(photo);
    return RestResponse.ResponseBuilder.ok(view).tag(Answers.tag(view)).build();
  }
}
