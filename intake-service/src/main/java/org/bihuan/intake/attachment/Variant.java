package org.bihuan.intake.attachment;

/** Which file of an attachment. */
public enum Variant {
  ORIGINAL,
  /** The small picture of a photo. */
  THUMBNAIL
}
