package org.bihuan.dispatch.organisation.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable;

/**
 * The columns of a list of posted cadres, and what a row of it says. The headings of an exported
 * list are among them, so that one can be exported, changed and sent back.
 */
final class PostingSheet {

  static final SheetColumn NAME = SheetColumn.required("姓名", "Name");
  static final SheetColumn NUMBER = SheetColumn.optional("人员编号", "编号", "Number");
  static final SheetColumn POST = SheetColumn.optional("职务", "Post");
  static final SheetColumn PHONE = SheetColumn.optional("办公电话", "Office phone");
  static final SheetColumn UNIT = SheetColumn.required("单位", "派出单位", "Unit", "Sending unit");
  static final SheetColumn PLACE =
      SheetColumn.required("下沉街道", "街道", "街道代码", "Sub-district", "Sub-district code");
  static final SheetColumn FROM = SheetColumn.required("开始日期", "起始日期", "From", "Valid from");
  static final SheetColumn TO = SheetColumn.optional("截止日期", "终止日期", "Until", "Valid to");

  static final List<SheetColumn> COLUMNS =
      List.of(
          NAME,
          NUMBER,
          POST,
          PHONE,
          UNIT,
          PLACE,
          FROM,
          TO,
          SheetColumn.ignored("序号", "No."),
          SheetColumn.ignored("派出单位代码", "Sending unit code"),
          SheetColumn.ignored("结束原因", "Reason of the end"),
          SheetColumn.ignored("系统编号", "id"),
          SheetColumn.ignored("一线工作组", "Frontline group"),
          SheetColumn.ignored("备注", "Remarks"));

  /** What the headings of the template add is not read. */
  static final List<String> HEADINGS =
      List.of(
          "姓名*",
          "人员编号(同单位同名时必填)",
          "职务",
          "办公电话",
          "单位*",
          "下沉街道*",
          "开始日期*(yyyy-MM-dd)",
          "截止日期(yyyy-MM-dd，当日起不再下沉)");

  private PostingSheet() {}

  /**
   * A row without faults.
   *
   * @param unit how the sheet names the unit
   * @param place how it names the sub-district
   * @param to first day on which it no longer holds, or {@code null}
   */
  record Row(
      String name,
      String number,
      Posting.Details details,
      String unit,
      String place,
      LocalDate from,
      LocalDate to) {}

  /** What a line says; nothing when something of it is wrong. */
  static Optional<Row> read(SheetTable.Line line) {
    Optional<String> phone = line.text(PHONE, 30);
    phone
        .filter(text -> !text.matches(NewPosting.OFFICE_PHONE))
        .ifPresent(wrong -> line.fault(PHONE, "office-phone"));
    Posting.Details details =
        new Posting.Details(line.text(POST, 60).orElse(null), phone.orElse(null));
    Optional<LocalDate> from = line.neededDay(FROM);
    Optional<LocalDate> to = line.day(TO);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.fault(TO, "not-after-first-day");
    }
    Row row =
        new Row(
            line.needed(NAME, 50).orElse(null),
            line.text(NUMBER, 30).orElse(null),
            details,
            line.needed(UNIT, 60).orElse(null),
            line.needed(PLACE, 60).orElse(null),
            from.orElse(null),
            to.orElse(null));
    return line.isFaulty() ? Optional.empty() : Optional.of(row);
  }
}
