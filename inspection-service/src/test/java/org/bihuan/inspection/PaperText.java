package org.bihuan.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What is read on a paper, without blanks: where lines break is no matter. */
public final class PaperText {

  private PaperText() {}

  /** The text of a PDF. */
  public static String pdf(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return withoutBlanks(new PDFTextStripper().getText(document));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text of a Word file. */
  public static String word(byte[] docx) {
    try (XWPFWordExtractor text =
        new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
      return withoutBlanks(text.getText());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u3000]+", "");
  }
}
