package org.bihuan.localstack.sheet;

import static org.bihuan.localstack.sheet.Workbooks.cell;
import static org.bihuan.localstack.sheet.Workbooks.row;
import static org.bihuan.localstack.sheet.Workbooks.withRows;
import static org.bihuan.localstack.sheet.Workbooks.worksheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sheets that nobody should have to read, for whatever operation takes sheets. */
public final class HostileSheets {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final List<String> headings;
  private final List<String> values;

  /**
   * @param headings those that the operation requires, at most 26
   * @param values of a row that it takes
   */
  public HostileSheets(List<String> headings, List<String> values) {
    this.headings = List.copyOf(headings);
    this.values = List.copyOf(values);
  }

  /**
   * One of them.
   *
   * @param code of the refusal
   * @param what is wrong with it
   */
  public record Hostile(String code, String what, byte[] file) {

    @Override
    public String toString() {
      return code + ": " + what;
    }
  }

  private Workbooks sound() {
    return withRows(titles() + values(2));
  }

  private String first() {
    return headings.get(0);
  }

  private String titles() {
    return row(1, cells(1, headings));
  }

  private String values(int number) {
    return row(number, cells(number, values));
  }

  private static String cells(int number, List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> cell((char) ('A' + i) + "" + number, texts.get(i)))
        .collect(Collectors.joining());
  }

  private String csv() {
    return line(headings) + "\n" + line(values) + "\n";
  }

  private static String line(List<String> texts) {
    return String.join(",", texts);
  }

  private static byte[] text(String csv, Charset charset) {
    return csv.getBytes(charset);
  }

  private static String bomb() {
    String entities =
        IntStream.range(1, 12)
            .mapToObj(n -> "<!ENTITY e%d \"%s\">".formatted(n, ("&e" + (n - 1) + ";").repeat(10)))
            .collect(Collectors.joining());
    return "<!DOCTYPE worksheet [<!ENTITY e0 \"ha\">" + entities + "]>";
  }

  /** Those that no operation takes. */
  public List<Hostile> refused() {
    byte[] sound = sound().file();
    return List.of(
        new Hostile("sheet-unreadable", "half a file", Arrays.copyOf(sound, sound.length / 2)),
        new Hostile("sheet-unreadable", "its first bytes", Arrays.copyOf(sound, 40)),
        new Hostile(
            "sheet-unreadable", "a photo", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}),
        new Hostile(
            "sheet-unreadable",
            "a ZIP of something else",
            withRows("").part("[Content_Types].xml", "<x").file()),
        new Hostile(
            "sheet-unreadable",
            "a document of another kind",
            sound().changed("xl/workbook.xml", "<sheets>", "<pages>").file()),
        new Hostile(
            "sheet-unreadable",
            "a part under two names that differ in case",
            sound().part("XL/Worksheets/Sheet1.xml", "<worksheet/>").file()),
        new Hostile(
            "sheet-unreadable",
            "XML that breaks off",
            sound().changed(SHEET, "</sheetData>", "").file()),
        new Hostile("sheet-encrypted", "a locked workbook", Workbooks.ole2("EncryptedPackage")),
        new Hostile("sheet-encrypted", "locked parts", Workbooks.locked(sound)),
        new Hostile("sheet-old-format", "a workbook of 1997", Workbooks.ole2("Workbook")),
        new Hostile(
            "sheet-macros",
            "a workbook with macros under another name",
            sound().part("xl/vbaProject.bin", new byte[] {1, 2, 3}).file()),
        new Hostile(
            "sheet-macros",
            "one that calls itself so",
            sound()
                .changed(
                    "[Content_Types].xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .file()),
        new Hostile(
            "sheet-macros",
            "macros in sheets",
            sound().part("xl/macrosheets/sheet1.xml", "<macrosheet/>").file()),
        new Hostile(
            "sheet-entities",
            "entities that grow",
            sound().part(SHEET, worksheet(bomb(), row(1, cell("A1", "&e11;")), "")).file()),
        new Hostile(
            "sheet-entities",
            "an entity that reads a file",
            sound()
                .part(
                    SHEET,
                    worksheet(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                        row(1, cell("A1", "&e;")),
                        ""))
                .file()),
        new Hostile(
            "sheet-entities",
            "a document type elsewhere",
            sound()
                .part("xl/sharedStrings.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x\"><x/>")
                .file()),
        new Hostile(
            "sheet-too-large",
            "64 MB of zeros in a part that nobody reads",
            sound().part("xl/media/image1.png", new byte[64 << 20]).file()),
        new Hostile(
            "sheet-too-large",
            "blanks in a part that is read",
            sound().changed(SHEET, "<sheetData>", "<sheetData>" + " ".repeat(20 << 20)).file()),
        new Hostile(
            "sheet-too-large",
            "a million rows",
            withRows(
                    IntStream.rangeClosed(1, 1_000_000)
                        .mapToObj(
                            n -> "<row r=\"" + n + "\"><c r=\"A" + n + "\"><v>1</v></c></row>")
                        .collect(Collectors.joining()))
                .file()),
        new Hostile(
            "sheet-too-long",
            "six thousand rows",
            withRows(
                    IntStream.rangeClosed(1, 6_000)
                        .mapToObj(this::values)
                        .collect(Collectors.joining()))
                .file()),
        new Hostile(
            "sheet-too-wide",
            "a value in the last column of all",
            withRows(row(1, cell("A1", first()) + cell("XFD1", "x"))).file()),
        new Hostile(
            "sheet-merged-cells",
            "merged cells among the rows",
            withRows(
                    titles() + values(2),
                    "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
                .file()),
        new Hostile(
            "sheet-several",
            "two sheets with values",
            sound().andSheet("visible", titles()).file()),
        new Hostile("sheet-empty", "an empty workbook", withRows("").file()),
        new Hostile("sheet-empty", "blanks alone", text(" , \n,\n", StandardCharsets.UTF_8)),
        new Hostile(
            "sheet-headings-missing", "no headings", text("a,b\n1,2\n", StandardCharsets.UTF_8)),
        new Hostile(
            "sheet-heading-repeated",
            "a heading twice",
            text(first() + "," + csv(), StandardCharsets.UTF_8)),
        new Hostile(
            "sheet-charset", "bytes of no charset", new byte[] {'a', (byte) 0xFF, (byte) 0xFF}),
        new Hostile("sheet-unreadable", "UTF-16", text("a,b\n", StandardCharsets.UTF_16LE)),
        new Hostile(
            "sheet-unreadable",
            "a quote that never ends",
            text(csv() + "\"", StandardCharsets.UTF_8)),
        new Hostile(
            "sheet-too-wide",
            "a thousand columns",
            text(first() + ",x".repeat(1000), StandardCharsets.UTF_8)),
        new Hostile(
            "sheet-too-long",
            "too many lines",
            text(csv() + (line(values) + "\n").repeat(5_000), Charset.forName("GB18030"))));
  }

  /** Those that look as bad, of which nothing but the one row is read. */
  public List<Hostile> harmless() {
    return List.of(
        new Hostile(
            "",
            "a part that wants to leave its folder",
            sound().part("../../../../tmp/bihuan-was-here", "x").file()),
        new Hostile(
            "",
            "a link to another workbook",
            sound()
                .part(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink><externalBook r:id=\"rId1\" xmlns:r=\"x\"/></externalLink>")
                .part(
                    "xl/externalLinks/_rels/externalLink1.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Type=\"x\""
                        + " Target=\"http://127.0.0.1:1/x.xlsx\" TargetMode=\"External\"/></Relationships>")
                .file()),
        new Hostile("", "a hidden sheet", sound().andSheet("hidden", titles() + values(2)).file()),
        new Hostile(
            "",
            "a hidden row that is a row like any other",
            withRows(titles() + values(2).replace("<row ", "<row hidden=\"1\" ")).file()),
        new Hostile(
            "",
            "a byte order mark, carriage returns and empty lines",
            text("\uFEFF" + csv().replace("\n", "\r\n") + ",,\r\n\r\n", StandardCharsets.UTF_8)),
        new Hostile("", "GB18030", text(csv(), Charset.forName("GB18030"))));
  }
}
