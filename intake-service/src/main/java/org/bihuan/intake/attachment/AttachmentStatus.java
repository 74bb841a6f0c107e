package org.bihuan.intake.attachment;

/** Whether an attachment is used. */
public enum AttachmentStatus {
  /** Uploaded; whoever uploaded it can use it for a while. */
  PENDING,
  /** Belongs to a complaint, reply, re-check or finding, for good. */
  LINKED
}
