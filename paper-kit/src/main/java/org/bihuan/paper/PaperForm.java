package org.bihuan.paper;

import java.util.Locale;

/** In which form a paper is written. */
public enum PaperForm {
  PDF(PaperForm.PDF_TYPE),
  /** Word: to be edited. */
  DOCX(PaperForm.DOCX_TYPE);

  public static final String PDF_TYPE = "application/pdf";

  public static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final String mediaType;

  PaperForm(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** How queries name it and files end: {@code pdf}, {@code docx}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
