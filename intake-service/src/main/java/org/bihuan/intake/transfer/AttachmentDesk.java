package org.bihuan.intake.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Coordinates;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.contract.Role;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.FileKeeping;
import org.bihuan.intake.rewriting.Rewritten;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes files in. */
@ApplicationScoped
class AttachmentDesk {

  private final FileKeeping files;
  private final Outbox outbox;
  private final Caller caller;
  private final Answers answers;

  AttachmentDesk(FileKeeping files, Outbox outbox, Caller caller, Answers answers) {
    this.files = files;
    this.outbox = outbox;
    this.caller = caller;
    this.answers = answers;
  }

  /** Keeps a file and tells the others; the same upload again is answered as before. */
  @Transactional
  @IdempotentRequest
  RestResponse<AttachmentView> keep(Rewritten file) {
    Actor actor = caller.actor();
    // Whoever is not named to others is known here, to use what was uploaded.
    Actor owner = new Actor(actor.role(), actor.unitCode(), caller.subject());
    Attachment attachment = files.keep(file, owner);
    outbox.announce(told(attachment, actor));
    AttachmentView view = AttachmentView.of(attachment);
    return answers.created("/api/v1/attachments/" + view.id(), view);
  }

  private AttachmentStored told(Attachment attachment, Actor actor) {
    return new AttachmentStored(
        attachment.id(),
        attachment.type(),
        attachment.bytes(),
        attachment.sha256(),
        attachment.takenAt(),
        toldPosition(attachment),
        attachment.usableUntil(),
        attachment.storedAt(),
        actor);
  }

  /** Where a reporter took a photo may be where the reporter lives: that stays here. */
  private Coordinates toldPosition(Attachment attachment) {
    boolean ofReporter = !caller.isVouchedFor() || caller.hasAnyRole(Role.CHANNEL_CLERK);
    return ofReporter ? null : attachment.position();
  }
}
