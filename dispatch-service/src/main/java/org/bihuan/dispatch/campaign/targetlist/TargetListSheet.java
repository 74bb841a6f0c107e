package org.bihuan.dispatch.campaign.targetlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.dispatch.campaign.point.PointPlan;
import org.bihuan.dispatch.reply.Money;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable;

/** The columns of a target list, and what a row of it says. */
final class TargetListSheet {

  static final SheetColumn NUMBER = SheetColumn.required("编号", "点位编号", "序号", "Number");
  static final SheetColumn ADDRESS = SheetColumn.required("地址", "点位", "Address");
  static final SheetColumn PLACE = SheetColumn.optional("点位名称", "场所", "Place");
  static final SheetColumn SUBDISTRICT = SheetColumn.required("街道", "所属街道", "Sub-district");
  static final SheetColumn CATEGORY = SheetColumn.required("问题类别", "类别", "Category");
  static final SheetColumn KEY_AREA = SheetColumn.optional("重点区域", "Key area");
  static final SheetColumn UNIT = SheetColumn.optional("责任单位", "牵头单位", "Unit");
  static final SheetColumn MEASURES = SheetColumn.optional("整改措施", "一事一策", "Plan");
  static final SheetColumn PERSON = SheetColumn.optional("责任人", "Responsible person");
  static final SheetColumn DUE = SheetColumn.optional("完成时限", "计划完成日期", "Due");
  static final SheetColumn COST = SheetColumn.optional("资金估算", "Cost estimate");

  static final List<SheetColumn> COLUMNS =
      List.of(
          NUMBER,
          ADDRESS,
          PLACE,
          SUBDISTRICT,
          CATEGORY,
          KEY_AREA,
          UNIT,
          MEASURES,
          PERSON,
          DUE,
          COST,
          SheetColumn.ignored("备注", "Remarks"));

  /** What the headings of the template add is not read. */
  static final List<String> HEADINGS =
      List.of(
          "编号*",
          "地址*",
          "点位名称",
          "街道*",
          "问题类别*",
          "重点区域",
          "责任单位(不填则由兜底单位负责)",
          "整改措施",
          "责任人",
          "完成时限(yyyy-MM-dd，与整改措施同填)",
          "资金估算(元)");

  private static final String AMOUNT = "[0-9]{1,12}(\\.[0-9]{1,2})?";

  private TargetListSheet() {}

  /**
   * A row without faults.
   *
   * @param subdistrict how the sheet names the sub-district
   * @param category how it names the category
   * @param unit how it names the unit that is to answer, or {@code null}
   * @param plan {@code null} when it plans nothing
   */
  record Row(
      String number,
      String address,
      String placeName,
      String subdistrict,
      String category,
      String keyArea,
      String unit,
      PointPlan plan) {}

  /** What a line says; nothing when something of it is wrong. */
  static Optional<Row> read(SheetTable.Line line) {
    PointPlan plan = plan(line);
    Row row =
        new Row(
            line.needed(NUMBER, 30).orElse(null),
            line.needed(ADDRESS, 300).orElse(null),
            line.text(PLACE, 100).orElse(null),
            line.needed(SUBDISTRICT, 60).orElse(null),
            line.needed(CATEGORY, 60).orElse(null),
            line.text(KEY_AREA, 60).orElse(null),
            line.text(UNIT, 60).orElse(null),
            plan);
    return line.isFaulty() ? Optional.empty() : Optional.of(row);
  }

  /** A plan says what and until when; who and at which cost can stay open. */
  private static PointPlan plan(SheetTable.Line line) {
    Optional<String> measures = line.text(MEASURES, 2000);
    Optional<LocalDate> due = line.day(DUE);
    Optional<String> person = line.text(PERSON, 50);
    Optional<Money> cost = cost(line);
    boolean planned =
        measures.isPresent() || due.isPresent() || person.isPresent() || cost.isPresent();
    if (!planned || line.isFaulty()) {
      return null;
    }
    if (measures.isEmpty()) {
      line.fault(MEASURES, "required");
    }
    if (due.isEmpty()) {
      line.fault(DUE, "required");
    }
    return line.isFaulty()
        ? null
        : new PointPlan(measures.get(), person.orElse(null), due.get(), cost.orElse(null));
  }

  private static Optional<Money> cost(SheetTable.Line line) {
    Optional<String> text = line.text(COST, 30);
    if (text.isPresent() && !text.get().matches(AMOUNT)) {
      line.fault(COST, "amount");
      return Optional.empty();
    }
    return text.map(amount -> new Money(amount, "CNY"));
  }
}
