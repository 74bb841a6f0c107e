package org.bihuan.kit.sheet;

import static org.bihuan.localstack.sheet.Workbooks.cell;
import static org.bihuan.localstack.sheet.Workbooks.row;
import static org.bihuan.localstack.sheet.Workbooks.withRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTableTest {

  private static final SheetColumn NAME = SheetColumn.required("姓名", "Name");
  private static final SheetColumn PHONE = SheetColumn.optional("办公电话", "Office phone");
  private static final SheetColumn FROM = SheetColumn.required("开始日期", "From");
  private static final List<SheetColumn> COLUMNS =
      List.of(NAME, PHONE, FROM, SheetColumn.ignored("序号", "No."));

  private static void assertRead(SheetTable table) {
    assertEquals(1, table.lines().size());
    SheetTable.Line line = table.lines().get(0);
    assertEquals(Optional.of("某某"), line.needed(NAME, 50));
    assertEquals(Optional.of("19900000001"), line.text(PHONE, 30));
    assertEquals(Optional.of(LocalDate.of(2026, 8, 1)), line.neededDay(FROM));
    assertEquals(List.of(), table.faults());
  }

  private static byte[] workbook(Consumer<Workbook> content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  @Test
  void numbers_and_days_of_a_workbook_are_read_as_they_are_seen() {
    byte[] file =
        workbook(
            workbook -> {
              var sheet = workbook.newWorksheet("下沉干部");
              sheet.value(0, 0, "下沉干部名单");
              sheet.range(0, 0, 0, 3).merge();
              sheet.value(1, 0, "序号");
              sheet.value(1, 1, "姓 名*");
              sheet.value(1, 2, "办公电话（座机）");
              sheet.value(1, 3, "开始日期(yyyy-MM-dd)*");
              sheet.value(2, 0, 1);
              sheet.value(2, 1, " 某某\u3000");
              sheet.value(2, 2, 19900000001L);
              sheet.value(2, 3, LocalDate.of(2026, 8, 1));
              sheet.style(2, 3).format("yyyy/m/d").set();
              workbook.newWorksheet("Sheet2");
            });
    SheetTable table = SheetBodyReader.read(file, true).under(COLUMNS);
    assertRead(table);
    assertEquals(3, table.lines().get(0).number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void a_list_of_values_is_read_in_either_charset_and_any_order(String charset) {
    String csv = "开始日期,姓名,办公电话\r\n,,\r\n2026/8/1,\"某某\",19900000001\r\n";
    SheetTable table =
        SheetBodyReader.read(csv.getBytes(Charset.forName(charset)), false).under(COLUMNS);
    assertRead(table);
    assertEquals(3, table.lines().get(0).number());
  }

  @Test
  void a_byte_order_mark_is_no_part_of_a_heading() {
    String csv = "\uFEFFname,from,office phone\n某某,2026-08-01,19900000001\n";
    assertRead(SheetBodyReader.read(csv.getBytes(StandardCharsets.UTF_8), false).under(COLUMNS));
  }

  @Test
  void a_column_that_nobody_knows_is_named_once() {
    String csv = "姓名,开始日期,手机\n某某,2026-08-01,1\n某某,2026-08-01,2\n";
    SheetTable table =
        SheetBodyReader.read(csv.getBytes(StandardCharsets.UTF_8), false).under(COLUMNS);
    assertEquals(
        List.of("C sheet-column-unknown"),
        table.faults().stream().map(fault -> fault.column() + " " + fault.code()).toList());
  }

  @Test
  void a_formula_in_a_list_of_values_is_a_fault_where_it_is_read() {
    String csv = "序号,姓名,开始日期\n=1+1,某某,2026-08-01\n2,=A1,2026-08-01\n";
    SheetTable table =
        SheetBodyReader.read(csv.getBytes(StandardCharsets.UTF_8), false).under(COLUMNS);
    assertEquals(List.of(3), table.faults().stream().map(SheetFault::row).toList());
  }

  @Test
  void a_template_that_was_filled_in_is_read() {
    byte[] template = SheetWriter.template("名单", List.of("姓名*", "办公电话", "开始日期(yyyy-MM-dd)*"));
    SheetTable table = SheetBodyReader.read(template, true).under(COLUMNS);
    assertEquals(List.of(), table.lines());
    assertRead(
        SheetBodyReader.read(
                withRows(
                        row(
                                1,
                                cell("A1", "姓名*")
                                    + cell("B1", "办公电话")
                                    + cell("C1", "开始日期(yyyy-MM-dd)*"))
                            + row(
                                2,
                                cell("A2", "某某")
                                    + cell("B2", "19900000001")
                                    + cell("C2", "2026年8月1日")))
                    .file(),
                true)
            .under(COLUMNS));
  }

  @Test
  void a_moment_is_read_as_it_is_seen_whether_a_text_or_a_cell_of_a_clock() {
    byte[] file =
        workbook(
            workbook -> {
              var sheet = workbook.newWorksheet("名单");
              sheet.value(0, 0, "姓名");
              sheet.value(0, 1, "开始日期");
              sheet.value(1, 0, "某某");
              sheet.value(1, 1, LocalDateTime.of(2026, 8, 1, 8, 15, 1));
              sheet.style(1, 1).format("yyyy/m/d h:mm:ss").set();
            });
    assertMoment(LocalDateTime.of(2026, 8, 1, 8, 15, 1), file);
    assertMoment(LocalDateTime.of(2026, 8, 1, 8, 15), csv("2026年8月1日 8:15"));
    assertMoment(LocalDateTime.of(2026, 8, 1, 0, 0), csv("2026-08-01"));
    SheetTable table = SheetBodyReader.read(csv("2026-08-01 25:00"), false).under(COLUMNS);
    table.lines().get(0).moment(FROM);
    table.lines().get(0).day(FROM);
    assertEquals(List.of("moment", "day"), table.faults().stream().map(SheetFault::code).toList());
  }

  private static byte[] csv(String from) {
    return ("姓名,开始日期\n某某," + from + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void assertMoment(LocalDateTime expected, byte[] file) {
    SheetTable table = SheetBodyReader.read(file, false).under(COLUMNS);
    assertEquals(Optional.of(expected), table.lines().get(0).moment(FROM));
    assertEquals(List.of(), table.faults());
  }
}
