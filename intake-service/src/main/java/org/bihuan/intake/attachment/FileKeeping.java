package org.bihuan.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.intake.filestore.FileStore;
import org.bihuan.intake.rewriting.BlurredArea;
import org.bihuan.intake.rewriting.Rewritten;

/**
 * Keeps files and their rows. The file comes before the row: a crash between the two leaves a file
 * that nobody needs, and that is swept away.
 */
@ApplicationScoped
public class FileKeeping {

  private final Attachments attachments;
  private final FileStore files;
  private final AttachmentConfig config;
  private final Clock clock;

  FileKeeping(Attachments attachments, FileStore files, AttachmentConfig config, Clock clock) {
    this.attachments = attachments;
    this.files = files;
    this.config = config;
    this.clock = clock;
  }

  /** Keeps a file and its thumbnail, in the transaction of the caller. */
  public Attachment keep(Rewritten file, Actor by) {
    Attachment attachment =
        Attachment.store(
            file,
            put(file.content()),
            file.thumbnail() == null ? null : put(file.thumbnail()),
            by,
            clock.instant(),
            config.usable());
    attachments.persistAndFlush(attachment);
    return attachment;
  }

  /**
   * Keeps what is shown instead of a photo from now on, in the transaction of the caller. The files
   * of an earlier blurring are nobody's then and are swept away.
   *
   * @param areas what is blurred in it
   */
  public void keepBlurred(
      Attachment attachment, Rewritten rendition, List<BlurredArea> areas, Actor by) {
    attachment.blur(
        Blurring.of(
            put(rendition.content()), put(rendition.thumbnail()), areas, by, clock.instant()));
    attachments.flush();
  }

  private String put(byte[] content) {
    String sha256 = sha256(content);
    attachments.hold(sha256);
    files.put(sha256, content);
    return sha256;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
