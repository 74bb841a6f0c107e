package org.bihuan.intake.rewriting;

import org.bihuan.kit.refusal.Refusal;

/** The file of an upload is not taken. */
public final class UnacceptableFile extends Refusal {

  private static final long serialVersionUID = 1L;

  private UnacceptableFile(int status, String code, Object... arguments) {
    super(status, code, arguments);
  }

  static UnacceptableFile tooLarge(long mostBytes) {
    return new UnacceptableFile(413, "attachment-too-large", mostBytes / (1024 * 1024));
  }

  static UnacceptableFile because(Unacceptable.Why why, long mostPixels) {
    return switch (why) {
      case TYPE -> new UnacceptableFile(415, "attachment-type");
      case AMBIGUOUS -> new UnacceptableFile(422, "attachment-ambiguous");
      case PIXELS -> new UnacceptableFile(422, "attachment-pixels", mostPixels / 1_000_000);
      case UNREADABLE -> new UnacceptableFile(422, "attachment-unreadable");
      case ENCRYPTED -> new UnacceptableFile(422, "attachment-encrypted");
      case ACTIVE -> new UnacceptableFile(422, "attachment-active");
    };
  }
}
