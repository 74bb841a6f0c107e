package org.bihuan.dispatch.organisation.leader;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable;

/**
 * The columns of a list of leaders, and what a row of it says. The headings of an exported list are
 * among them, so that one can be exported, changed and sent back.
 */
final class LeaderSheet {

  static final SheetColumn CODE = SheetColumn.required("代码", "编码", "Code");
  static final SheetColumn NAME = SheetColumn.required("姓名", "Name");
  static final SheetColumn POST = SheetColumn.required("职务", "Post");
  static final SheetColumn BODY =
      SheetColumn.required("领导班子", "领导班子代码", "Leading body", "Leading body code");
  static final SheetColumn FROM =
      SheetColumn.required("任职日期", "起始日期", "开始日期", "In office from", "Valid from");
  static final SheetColumn TO =
      SheetColumn.optional("离任日期", "终止日期", "截止日期", "In office until", "Valid to");
  static final SheetColumn REASON =
      SheetColumn.optional("离任原因", "结束原因", "Reason of leaving", "Reason of the end");

  static final List<SheetColumn> COLUMNS =
      List.of(
          CODE,
          NAME,
          POST,
          BODY,
          FROM,
          TO,
          REASON,
          SheetColumn.ignored("序号", "No."),
          SheetColumn.ignored("备注", "Remarks"));

  /** What the headings of the template add is not read. */
  static final List<String> HEADINGS =
      List.of(
          "代码*(大写字母、数字、下划线)",
          "姓名*",
          "职务*",
          "领导班子*(代码或名称)",
          "任职日期*(yyyy-MM-dd)",
          "离任日期(yyyy-MM-dd，当日起不再任职)",
          "离任原因");

  private static final String LEADER_CODE = "[A-Z][A-Z0-9_]{1,39}";

  private LeaderSheet() {}

  /**
   * A row without faults of its own.
   *
   * @param body how the sheet names the leading body
   * @param to first day no longer in office, or {@code null}
   * @param reason why it ends, or {@code null}
   */
  record Row(
      String code,
      String name,
      String post,
      String body,
      LocalDate from,
      LocalDate to,
      String reason) {}

  /** What a line says; nothing when something of it is wrong. */
  static Optional<Row> read(SheetTable.Line line) {
    Optional<String> code = line.needed(CODE, 60);
    code.filter(text -> !text.matches(LEADER_CODE))
        .ifPresent(wrong -> line.fault(CODE, "sheet-code"));
    Optional<LocalDate> from = line.neededDay(FROM);
    Optional<LocalDate> to = line.day(TO);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.fault(TO, "not-after-first-day");
    }
    Row row =
        new Row(
            code.orElse(null),
            line.needed(NAME, 50).orElse(null),
            line.needed(POST, 60).orElse(null),
            line.needed(BODY, 60).orElse(null),
            from.orElse(null),
            to.orElse(null),
            line.text(REASON, 200).orElse(null));
    return line.isFaulty() ? Optional.empty() : Optional.of(row);
  }
}
