package org.bihuan.intake.transfer;

/**
 * The one file of a multipart request. Its name and the type it was sent as are not kept: what it
 * is, its content says.
 */
public record Upload(byte[] content) {

  /** Not what people sent. */
  @Override
  public String toString() {
    return "Upload[bytes=" + content.length + "]";
  }
}
