package org.bihuan.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes a paper as PDF, with the glyphs that it uses. It loads nothing: neither the network nor
 * the disk is asked, whatever the paper says.
 */
final class PdfWriter {

  static {
    // It tells at every paper what it does, by a handler of its own.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private final PaperFonts fonts;

  PdfWriter(PaperFonts fonts) {
    this.fonts = fonts;
  }

  byte[] write(Paper paper) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      builder.usePdfAConformance(PdfAConformance.PDFA_1_B);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      builder.useExternalResourceAccessControl(
          (address, type) -> address.startsWith(PaperMarkup.PICTURE),
          ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.withW3cDocument(new PaperMarkup(fonts::draws).of(paper), null);
      useFont(builder, document, fonts.text(), "text");
      useFont(builder, document, fonts.title(), "title");
      builder.withProducer("Bihuan");
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        // PDF/A-1 knows no compressed object streams.
        document.save(pdf, CompressParameters.NO_COMPRESSION);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return pdf.toByteArray();
  }

  private static void useFont(
      PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, String family)
      throws IOException {
    builder.useFont(
        new PDFontSupplier(PDType0Font.load(document, font, true)),
        family,
        400,
        FontStyle.NORMAL,
        true);
  }
}
