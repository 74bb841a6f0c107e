package org.bihuan.dispatch.reply;

import java.util.List;
import java.util.UUID;

/** What a unit says that it did, whether it leads or helps. */
public interface WorkDone {

  /** What was done, or {@code null} where it is told step by step. */
  String measures();

  /** What came of it, or {@code null}. */
  String resultSummary();

  /** The measures one by one. */
  List<ReplyStep> steps();

  /** Photos and papers that show it. */
  List<UUID> attachmentIds();

  /** Those of the attachments that show how it was. */
  List<UUID> beforePhotoIds();

  /** Those of the attachments that show how it is now. */
  List<UUID> afterPhotoIds();
}
