package org.bihuan.kit.sheet;

import static org.bihuan.kit.sheet.Workbooks.cell;
import static org.bihuan.kit.sheet.Workbooks.row;
import static org.bihuan.kit.sheet.Workbooks.withRows;
import static org.bihuan.kit.sheet.Workbooks.worksheet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.Unprocessable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets that nobody should have to read. */
class HostileSheetTest {

  private static final SheetColumn NAME = SheetColumn.required("姓名", "Name");
  private static final SheetColumn FROM = SheetColumn.optional("开始日期", "From");
  private static final List<SheetColumn> COLUMNS =
      List.of(NAME, FROM, SheetColumn.ignored("序号", "No."));
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String HEADINGS = row(1, cell("A1", "姓名") + cell("B1", "开始日期"));

  private static Workbooks sound() {
    return withRows(HEADINGS + row(2, cell("A2", "某某")));
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

  static Stream<Arguments> refused() {
    byte[] sound = sound().file();
    return Stream.of(
        arguments("sheet-unreadable", "half a file", Arrays.copyOf(sound, sound.length / 2)),
        arguments("sheet-unreadable", "its first bytes", Arrays.copyOf(sound, 40)),
        arguments("sheet-unreadable", "a photo", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}),
        arguments(
            "sheet-unreadable",
            "a ZIP of something else",
            withRows("").part("[Content_Types].xml", "<x").file()),
        arguments(
            "sheet-unreadable",
            "a document of another kind",
            sound().changed("xl/workbook.xml", "<sheets>", "<pages>").file()),
        arguments(
            "sheet-unreadable",
            "a part under two names that differ in case",
            sound().part("XL/Worksheets/Sheet1.xml", "<worksheet/>").file()),
        arguments(
            "sheet-unreadable",
            "XML that breaks off",
            sound().changed(SHEET, "</sheetData>", "").file()),
        arguments("sheet-encrypted", "a locked workbook", Workbooks.ole2("EncryptedPackage")),
        arguments("sheet-encrypted", "locked parts", Workbooks.locked(sound)),
        arguments("sheet-old-format", "a workbook of 1997", Workbooks.ole2("Workbook")),
        arguments(
            "sheet-macros",
            "a workbook with macros under another name",
            sound().part("xl/vbaProject.bin", new byte[] {1, 2, 3}).file()),
        arguments(
            "sheet-macros",
            "one that calls itself so",
            sound()
                .changed(
                    "[Content_Types].xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .file()),
        arguments(
            "sheet-macros",
            "macros in sheets",
            sound().part("xl/macrosheets/sheet1.xml", "<macrosheet/>").file()),
        arguments(
            "sheet-entities",
            "entities that grow",
            sound().part(SHEET, worksheet(bomb(), row(1, cell("A1", "&e11;")), "")).file()),
        arguments(
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
        arguments(
            "sheet-entities",
            "a document type elsewhere",
            sound()
                .part("xl/sharedStrings.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x\"><x/>")
                .file()),
        arguments(
            "sheet-too-large",
            "64 MB of zeros in a part that nobody reads",
            sound().part("xl/media/image1.png", new byte[64 << 20]).file()),
        arguments(
            "sheet-too-large",
            "blanks in a part that is read",
            sound().changed(SHEET, "<sheetData>", "<sheetData>" + " ".repeat(20 << 20)).file()),
        arguments(
            "sheet-too-large",
            "a million rows",
            withRows(
                    IntStream.rangeClosed(1, 1_000_000)
                        .mapToObj(
                            n -> "<row r=\"" + n + "\"><c r=\"A" + n + "\"><v>1</v></c></row>")
                        .collect(Collectors.joining()))
                .file()),
        arguments(
            "sheet-too-long",
            "six thousand rows",
            withRows(
                    IntStream.rangeClosed(1, 6_000)
                        .mapToObj(n -> row(n, cell("A" + n, "某某")))
                        .collect(Collectors.joining()))
                .file()),
        arguments(
            "sheet-too-wide",
            "a value in the last column of all",
            withRows(row(1, cell("A1", "姓名") + cell("XFD1", "x"))).file()),
        arguments(
            "sheet-merged-cells",
            "merged cells among the rows",
            withRows(
                    HEADINGS + row(2, cell("A2", "某某")),
                    "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
                .file()),
        arguments(
            "sheet-several",
            "two sheets with values",
            Workbooks.of(
                workbook -> {
                  workbook.newWorksheet("a").value(0, 0, "姓名");
                  workbook.newWorksheet("b").value(0, 0, "姓名");
                })),
        arguments("sheet-empty", "an empty workbook", Workbooks.of(book -> book.newWorksheet("a"))),
        arguments("sheet-empty", "blanks alone", text(" , \n,\n", StandardCharsets.UTF_8)),
        arguments(
            "sheet-headings-missing", "no headings", text("a,b\n1,2\n", StandardCharsets.UTF_8)),
        arguments(
            "sheet-heading-repeated",
            "a heading twice",
            text("姓名,Name\n某某,某某\n", StandardCharsets.UTF_8)),
        arguments(
            "sheet-charset", "bytes of no charset", new byte[] {'a', (byte) 0xFF, (byte) 0xFF}),
        arguments("sheet-unreadable", "UTF-16", text("a,b\n", StandardCharsets.UTF_16LE)),
        arguments(
            "sheet-unreadable",
            "a quote that never ends",
            text("姓名\n\"某某\n", StandardCharsets.UTF_8)),
        arguments(
            "sheet-too-wide",
            "a thousand columns",
            text("姓名" + ",x".repeat(1000), StandardCharsets.UTF_8)),
        arguments(
            "sheet-too-long",
            "too many lines",
            text("姓名\n" + "某某\n".repeat(5_000), Charset.forName("GB18030"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refused")
  void a_sheet_that_cannot_be_read_is_refused_with_the_reason(
      String code, String what, byte[] file) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Unprocessable refusal =
              assertThrows(
                  Unprocessable.class, () -> SheetBodyReader.read(file, false).under(COLUMNS));
          assertEquals(code, refusal.code());
        });
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        arguments("sheet-formula", "<c r=\"A2\"><f>1+1</f><v>2</v></c>"),
        arguments("sheet-formula", "<c r=\"A2\" t=\"str\"><f>[1]Sheet1!A1</f><v>x</v></c>"),
        arguments("sheet-error-value", "<c r=\"A2\" t=\"e\"><v>#REF!</v></c>"),
        arguments("sheet-number-too-long", "<c r=\"A2\"><v>1E999999</v></c>"),
        arguments("sheet-cell-too-long", cell("A2", "某".repeat(4_001))),
        arguments("size", cell("A2", "某".repeat(11))),
        arguments("required", cell("A2", "\u200B") + cell("B2", "2026-08-01")),
        arguments("day", cell("A2", "某某") + cell("B2", "后天")),
        arguments("day", cell("A2", "某某") + cell("B2", "2026-02-30")),
        arguments("sheet-heading-missing", cell("A2", "某某") + cell("C2", "x")));
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void a_cell_that_cannot_be_read_is_named_by_row_and_column(String code, String cells) {
    SheetTable table =
        SheetBodyReader.read(withRows(HEADINGS + row(2, cells)).file(), true).under(COLUMNS);
    table.lines().forEach(line -> line.needed(NAME, 10));
    table.lines().forEach(line -> line.day(FROM));
    List<SheetFault> faults = table.faults();
    assertEquals(List.of(code), faults.stream().map(SheetFault::code).toList());
    assertEquals(2, faults.get(0).row());
  }
}
