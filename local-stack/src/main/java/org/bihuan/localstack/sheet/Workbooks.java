package org.bihuan.localstack.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, made part by part, so that each part can be what no program writes. */
public final class Workbooks {

  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Workbooks() {}

  /** A workbook of one sheet with this in its {@code sheetData}, and this behind it. */
  public static Workbooks withRows(String rows, String behind) {
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

  /** The same with nothing behind it. */
  public static Workbooks withRows(String rows) {
    return withRows(rows, "");
  }

  /** A worksheet as XML, with this before its root and this behind its rows. */
  public static String worksheet(String before, String rows, String behind) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + before
        + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData>%s</worksheet>"
            .formatted(NAMESPACE, rows, behind);
  }

  /** A cell with a text in it. */
  public static String cell(String reference, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
  }

  /** A row of such cells. */
  public static String row(int number, String cells) {
    return "<row r=\"%d\">%s</row>".formatted(number, cells);
  }

  /** With another part, or another content of one. */
  public Workbooks part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of bytes. */
  public Workbooks part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** With something else in a part. */
  public Workbooks changed(String name, String from, String to) {
    String content = new String(parts.get(name), StandardCharsets.UTF_8);
    return part(name, content.replace(from, to));
  }

  /** With a second sheet of these rows, in this state: {@code visible} or {@code hidden}. */
  public Workbooks andSheet(String state, String rows) {
    return part("xl/worksheets/sheet2.xml", worksheet("", rows, ""))
        .changed(
            "xl/workbook.xml",
            "</sheets>",
            "<sheet name=\"b\" sheetId=\"2\" state=\"%s\" r:id=\"rId2\"/></sheets>"
                .formatted(state))
        .changed(
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            "<Relationship Id=\"rId2\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                + " Target=\"worksheets/sheet2.xml\"/></Relationships>")
        .changed(
            "[Content_Types].xml",
            "</Types>",
            "<Override PartName=\"/xl/worksheets/sheet2.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
  }

  /** The whole as a file. */
  public byte[] file() {
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
  public static byte[] ole2(String stream) {
    byte[] file = new byte[4096];
    byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    System.arraycopy(magic, 0, file, 0, magic.length);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, file, 1024, name.length);
    return file;
  }

  /** The same file with the mark of encryption in every header of a part. */
  public static byte[] locked(byte[] file) {
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
