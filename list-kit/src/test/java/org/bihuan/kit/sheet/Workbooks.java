package org.bihuan.kit.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Workbooks for tests: sound ones by the library, others part by part. */
final class Workbooks {

  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Workbooks() {}

  static byte[] of(Consumer<Workbook> content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** A workbook of one sheet with this in its {@code sheetData}, and this behind it. */
  static Workbooks withRows(String rows, String behind) {
    return new Workbooks()
        .part(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="%s"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """
                .formatted(MAIN))
        .part(
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """)
        .part(
            "xl/workbook.xml",
            """
            <workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
                .formatted(NAMESPACE))
        .part(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            </Relationships>
            """)
        .part("xl/styles.xml", "<styleSheet xmlns=\"%s\"/>".formatted(NAMESPACE))
        .part("xl/worksheets/sheet1.xml", worksheet("", rows, behind));
  }

  static Workbooks withRows(String rows) {
    return withRows(rows, "");
  }

  static String worksheet(String before, String rows, String behind) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + before
        + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData>%s</worksheet>"
            .formatted(NAMESPACE, rows, behind);
  }

  /** A cell with a text in it. */
  static String cell(String reference, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
  }

  static String row(int number, String cells) {
    return "<row r=\"%d\">%s</row>".formatted(number, cells);
  }

  Workbooks part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Workbooks part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  Workbooks changed(String name, String from, String to) {
    String content = new String(parts.get(name), StandardCharsets.UTF_8);
    return part(name, content.replace(from, to));
  }

  byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** The start of an OLE2 file with a stream of this name. */
  static byte[] ole2(String stream) {
    byte[] file = new byte[4096];
    byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    System.arraycopy(magic, 0, file, 0, magic.length);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, file, 1024, name.length);
    return file;
  }

  /** The same file with the mark of encryption in every header of a part. */
  static byte[] locked(byte[] file) {
    byte[] locked = Arrays.copyOf(file, file.length);
    for (int i = 0; i + 10 < locked.length; i++) {
      if (locked[i] == 'P' && locked[i + 1] == 'K') {
        if (locked[i + 2] == 3 && locked[i + 3] == 4) {
          locked[i + 6] |= 1;
        } else if (locked[i + 2] == 1 && locked[i + 3] == 2) {
          locked[i + 8] |= 1;
        }
      }
    }
    return locked;
  }
}
