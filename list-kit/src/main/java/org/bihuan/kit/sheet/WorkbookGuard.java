package org.bihuan.kit.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.bihuan.kit.refusal.Unprocessable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Looks at a workbook before it is read: how large it becomes, whether it is locked, carries
 * macros, or declares entities of XML. It opens the file with the same library as the reader, so
 * that both see the same parts.
 */
final class WorkbookGuard {

  private static final int MOST_PARTS = 500;

  /** Most bytes of all parts together; the largest list of a district has a tenth of it. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String LOCKED = "EncryptedPackage";

  private final List<Sheet.Merged> merged = new ArrayList<>();
  private long bytes;

  private WorkbookGuard() {}

  static boolean looksLikeWorkbook(byte[] file) {
    return startsWith(file, ZIP) || startsWith(file, OLE2);
  }

  /**
   * Lets a workbook pass that can be read.
   *
   * @return ranges of merged cells, which the reader does not tell
   * @throws Unprocessable when it cannot
   */
  static List<Sheet.Merged> admit(byte[] file) {
    if (startsWith(file, OLE2)) {
      throw new Unprocessable(isLocked(file) ? "sheet-encrypted" : "sheet-old-format");
    }
    if (!startsWith(file, ZIP)) {
      throw new Unprocessable("sheet-unreadable");
    }
    try (ZipFile parts =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      WorkbookGuard guard = new WorkbookGuard();
      guard.look(parts);
      return guard.merged;
    } catch (IOException | IllegalArgumentException broken) {
      throw new Unprocessable("sheet-unreadable");
    }
  }

  /** A locked workbook is an OLE2 file with a stream of this name. */
  private static boolean isLocked(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return text.contains(
        new String(LOCKED.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  private static boolean startsWith(byte[] file, byte[] beginning) {
    if (file.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if (file[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private void look(ZipFile parts) throws IOException {
    List<ZipArchiveEntry> entries = Collections.list(parts.getEntries());
    Set<String> names = new HashSet<>();
    if (entries.size() > MOST_PARTS) {
      throw new Unprocessable("sheet-too-large", MOST_BYTES >> 20);
    }
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new Unprocessable("sheet-encrypted");
      }
      if (!names.add(name)) {
        // Which of two parts a program shows, nobody can tell.
        throw new Unprocessable("sheet-unreadable");
      }
      if (name.endsWith("vbaproject.bin") || name.contains("macrosheets/")) {
        throw new Unprocessable("sheet-macros");
      }
      try (InputStream part = parts.getInputStream(entry)) {
        look(name, new Counted(part));
      }
    }
    if (!names.contains("[content_types].xml")) {
      throw new Unprocessable("sheet-unreadable");
    }
  }

  private void look(String name, InputStream part) throws IOException {
    if (name.endsWith(".xml") || name.endsWith(".rels")) {
      try {
        XMLReader xml = reader();
        InputSource source = new InputSource(part);
        xml.parse(source);
      } catch (SAXException | ParserConfigurationException broken) {
        throw new Unprocessable("sheet-unreadable");
      }
    }
    // What is no XML, or stands behind its end, counts too.
    part.transferTo(java.io.OutputStream.nullOutputStream());
  }

  private XMLReader reader() throws SAXException, ParserConfigurationException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    XMLReader xml = factory.newSAXParser().getXMLReader();
    Elements elements = new Elements();
    xml.setContentHandler(elements);
    xml.setErrorHandler(elements);
    xml.setEntityResolver(elements);
    xml.setProperty("http://xml.org/sax/properties/lexical-handler", elements);
    return xml;
  }

  /** What matters of the elements, whatever the name of their part. */
  private final class Elements extends DefaultHandler2 {

    @Override
    public void startDTD(String name, String publicId, String systemId) {
      throw new Unprocessable("sheet-entities");
    }

    @Override
    public InputSource resolveEntity(
        String name, String publicId, String baseUri, String systemId) {
      throw new Unprocessable("sheet-entities");
    }

    @Override
    public void startElement(
        String uri, String local, String qualified, org.xml.sax.Attributes attributes) {
      String element = qualified.substring(qualified.indexOf(':') + 1);
      String type = attributes.getValue("ContentType");
      if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
        throw new Unprocessable("sheet-macros");
      }
      if (element.equals("mergeCell")) {
        merged.add(range(attributes.getValue("ref")));
      }
    }
  }

  private static Sheet.Merged range(String reference) {
    if (reference == null || !reference.matches("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}")) {
      throw new Unprocessable("sheet-unreadable");
    }
    String last = reference.substring(reference.indexOf(':') + 1).replaceAll("[A-Z]", "");
    return new Sheet.Merged(reference, Integer.parseInt(last));
  }

  /** Counts what becomes of the parts, whatever the file says of their sizes. */
  private final class Counted extends FilterInputStream {

    Counted(InputStream part) {
      super(part);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public void close() throws IOException {
      // A parser closes what it has read; the rest is still to be counted.
    }

    private void count(int more) {
      bytes += more;
      if (bytes > MOST_BYTES) {
        throw new Unprocessable("sheet-too-large", MOST_BYTES >> 20);
      }
    }
  }
}
