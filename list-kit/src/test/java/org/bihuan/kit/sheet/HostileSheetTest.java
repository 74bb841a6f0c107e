package org.bihuan.kit.sheet;

import static org.bihuan.localstack.sheet.Workbooks.cell;
import static org.bihuan.localstack.sheet.Workbooks.row;
import static org.bihuan.localstack.sheet.Workbooks.withRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.Unprocessable;
import org.bihuan.localstack.sheet.HostileSheets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets that nobody should have to read. */
class HostileSheetTest {

  private static final SheetColumn NAME = SheetColumn.required("姓名", "Name");
  private static final SheetColumn FROM = SheetColumn.optional("开始日期", "From");
  private static final List<SheetColumn> COLUMNS =
      List.of(NAME, FROM, SheetColumn.ignored("序号", "No."));
  private static final String HEADINGS = row(1, cell("A1", "姓名") + cell("B1", "开始日期"));

  static Stream<HostileSheets.Hostile> refused() {
    return new HostileSheets(List.of("姓名", "开始日期"), List.of("某某", "2026-08-01")).refused().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void a_sheet_that_cannot_be_read_is_refused_with_the_reason(HostileSheets.Hostile hostile) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Unprocessable refusal =
              assertThrows(
                  Unprocessable.class,
                  () -> SheetBodyReader.read(hostile.file(), false).under(COLUMNS));
          assertEquals(hostile.code(), refusal.code());
        });
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        arguments("sheet-formula", "<c r=\"A2\"><f>1+1</f><v>2</v></c>"),
        arguments("sheet-formula", "<c r=\"A2\" t=\"str\"><f>[1]Sheet1!A1</f><v>x</v></c>"),
        arguments("sheet-error-value", "<c r=\"A2\" t=\"e\"><v>#REF!</v></c>"),
        arguments("sheet-number-too-long", "<c r=\"A2\"><v>1E999999</v></c>"),
        arguments("sheet-number-too-long", "<c r=\"A2\"><v>3.7020319900101012E+17</v></c>"),
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
