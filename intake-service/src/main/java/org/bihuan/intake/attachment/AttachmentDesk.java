package org.bihuan.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Coordinates;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.contract.Role;
import org.bihuan.intake.filestore.FileStore;
import org.bihuan.intake.rewriting.Rewritten;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;

/** Takes files in. */
@ApplicationScoped
class AttachmentDesk {

  private final Attachments attachments;
  private final FileStore files;
  private final Outbox outbox;
  private final Caller caller;
  private final AttachmentConfig config;
  private final Answers answers;
  private final Clock clock;

  AttachmentDesk(
      Attachments attachments,
      FileStore files,
      Outbox outbox,
      Caller caller,
      AttachmentConfig config,
      Answers answers,
      Clock clock) {
    this.attachments = attachments;
    this.files = files;
    this.outbox = outbox;
    this.caller = caller;
    this.config = config;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Keeps a file and tells the others. The file comes before the row: a crash between the two
   * leaves a file that nobody needs, and that is swept away.
   */
  @Transactional
  @IdempotentRequest
  Response keep(Rewritten file) {
    Instant now = clock.instant();
    Actor actor = caller.actor();
    Attachment attachment =
        Attachment.store(
            file, put(file.content()), put(file.thumbnail()), actor, now, config.usable());
    attachments.persistAndFlush(attachment);
    outbox.announce(told(attachment, actor));
    AttachmentView view = AttachmentView.of(attachment);
    return answers.created("/api/v1/attachments/" + view.id(), view, attachment.version());
  }

  private String put(byte[] content) {
    if (content == null) {
      return null;
    }
    String sha256 = sha256(content);
    attachments.hold(sha256);
    files.put(sha256, content);
    return sha256;
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
    boolean ofReporter = caller.isAnonymous() || caller.hasAnyRole(Role.CHANNEL_CLERK);
    return ofReporter ? null : attachment.position();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
