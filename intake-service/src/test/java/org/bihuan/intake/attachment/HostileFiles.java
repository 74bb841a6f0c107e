package org.bihuan.intake.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.bihuan.localstack.sample.SamplePhoto;

/** Files that nobody sends by mistake, made here. */
final class HostileFiles {

  private HostileFiles() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] behindPhoto(byte[] more) {
    byte[] photo = SamplePhoto.jpeg(7);
    byte[] both = Arrays.copyOf(photo, photo.length + more.length);
    System.arraycopy(more, 0, both, photo.length, more.length);
    return both;
  }

  static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("run.class"));
      zip.write(new byte[100]);
    }
    return bytes.toByteArray();
  }

  /** A PNG whose head promises so many pixels, over a few bytes. */
  static byte[] promising(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    head.put(new byte[] {8, 2, 0, 0, 0});
    chunk(png, "IHDR", head.array());
    chunk(png, "IDAT", deflated(new byte[1000]));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
    byte[] named = Arrays.copyOf(text(name), 4 + content.length);
    System.arraycopy(content, 0, named, 4, content.length);
    CRC32 sum = new CRC32();
    sum.update(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(content);
    }
    return bytes.toByteArray();
  }

  static byte[] paper() throws IOException {
    try (PDDocument paper = new PDDocument()) {
      paper.addPage(new PDPage());
      paper.getDocumentInformation().setAuthor("张某");
      return saved(paper);
    }
  }

  static byte[] paperThatRunsScript() throws IOException {
    try (PDDocument paper = new PDDocument()) {
      paper.addPage(new PDPage());
      paper.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      return saved(paper);
    }
  }

  static byte[] encryptedPaper(String userPassword) throws IOException {
    try (PDDocument paper = new PDDocument()) {
      paper.addPage(new PDPage());
      paper.protect(
          new StandardProtectionPolicy("owner-only", userPassword, new AccessPermission()));
      return saved(paper);
    }
  }

  /** A gigabyte of zeros packed where a reader must unpack them before it knows anything. */
  static byte[] paperBomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 1024; i++) {
        deflater.write(zeros);
      }
    }
    ByteArrayOutputStream paper = new ByteArrayOutputStream();
    paper.writeBytes(text("%PDF-1.7\n"));
    int table = paper.size();
    paper.writeBytes(
        text(
            "1 0 obj\n<< /Type /XRef /Size 2 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length "
                + packed.size()
                + " >>\nstream\n"));
    paper.writeBytes(packed.toByteArray());
    paper.writeBytes(text("\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n"));
    return paper.toByteArray();
  }

  private static byte[] saved(PDDocument paper) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    paper.save(bytes);
    return bytes.toByteArray();
  }
}
