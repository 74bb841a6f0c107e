package org.bihuan.dispatch.unit.register;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.contract.UnitKind;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable;

/**
 * The columns of a list of units, and what a row of it says. The headings of an exported list are
 * among them, so that one can be exported, changed and sent back.
 */
final class UnitSheet {

  static final SheetColumn CODE = SheetColumn.required("代码", "单位代码", "编码", "Code");
  static final SheetColumn NAME = SheetColumn.required("名称", "单位名称", "Name");
  static final SheetColumn KIND = SheetColumn.required("单位性质", "性质", "Kind");
  static final SheetColumn ALIASES = SheetColumn.optional("别名", "简称", "Aliases");
  static final SheetColumn PARENT =
      SheetColumn.optional("上级单位", "上级单位代码", "Parent unit", "Parent unit code");
  static final SheetColumn PHONE = SheetColumn.optional("电话", "办公电话", "Phone");
  static final SheetColumn ACTIVE = SheetColumn.optional("是否启用", "Active");
  static final SheetColumn FALLBACK = SheetColumn.optional("是否兜底单位", "Fallback unit");

  static final List<SheetColumn> COLUMNS =
      List.of(
          CODE,
          NAME,
          KIND,
          ALIASES,
          PARENT,
          PHONE,
          ACTIVE,
          FALLBACK,
          SheetColumn.ignored("序号", "No."),
          SheetColumn.ignored("接续单位代码", "Successor code"),
          SheetColumn.ignored("备注", "Remarks"));

  /** What the headings of the template add is not read. */
  static final List<String> HEADINGS =
      List.of(
          "代码*(大写字母、数字、下划线)",
          "名称*",
          "单位性质*(区直单位/下级单位/街道办事处/运营商/产权单位)",
          "别名(用顿号分隔)",
          "上级单位(代码、名称或别名；可在本表中)",
          "电话",
          "是否启用(是/否)");

  private static final Map<String, Boolean> YES_OR_NO = new LinkedHashMap<>();
  private static final Map<String, UnitKind> KINDS = new LinkedHashMap<>();

  static {
    YES_OR_NO.put("是", true);
    YES_OR_NO.put("否", false);
    YES_OR_NO.put("yes", true);
    YES_OR_NO.put("no", false);
    KINDS.put("区直单位", UnitKind.DISTRICT_UNIT);
    KINDS.put("下级单位", UnitKind.SUB_UNIT);
    KINDS.put("街道办事处", UnitKind.SUBDISTRICT_OFFICE);
    KINDS.put("运营商/产权单位", UnitKind.EXTERNAL_PARTY);
    KINDS.put("运营商", UnitKind.EXTERNAL_PARTY);
    KINDS.put("产权单位", UnitKind.EXTERNAL_PARTY);
    // As an exported list in English has them.
    Arrays.stream(UnitKind.values()).forEach(kind -> KINDS.put(kind.name(), kind));
  }

  private static final String UNIT_CODE = "[A-Z][A-Z0-9_]{1,39}";
  private static final String OFFICE_PHONE = "[0-9+() -]{3,30}";
  private static final String BETWEEN_ALIASES = "\\s*[、，,;；]\\s*";
  private static final int MOST_ALIASES = 20;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_CELL = 1300;

  private UnitSheet() {}

  /**
   * A row without faults of its own. What is not said stays as it is where the sheet has no such
   * column, and is taken away where it has.
   *
   * @param parent how the sheet names the unit above, or {@code null}
   * @param active {@code null} when it is not said
   * @param fallback {@code null} when it is not said
   */
  record Row(
      String code,
      String name,
      UnitKind kind,
      List<String> aliases,
      String parent,
      String phone,
      Boolean active,
      Boolean fallback) {}

  /** What a line says; nothing when something of it is wrong. */
  static Optional<Row> read(SheetTable.Line line) {
    Row row =
        new Row(
            code(line),
            line.needed(NAME, LONGEST_NAME).orElse(null),
            kind(line),
            aliases(line),
            line.text(PARENT, LONGEST_NAME).orElse(null),
            phone(line),
            line.oneOf(ACTIVE, YES_OR_NO).orElse(null),
            line.oneOf(FALLBACK, YES_OR_NO).orElse(null));
    return line.isFaulty() ? Optional.empty() : Optional.of(row);
  }

  private static String code(SheetTable.Line line) {
    Optional<String> code = line.needed(CODE, LONGEST_NAME);
    code.filter(text -> !text.matches(UNIT_CODE))
        .ifPresent(wrong -> line.fault(CODE, "sheet-code"));
    return code.orElse(null);
  }

  private static UnitKind kind(SheetTable.Line line) {
    return line.needed(KIND, LONGEST_NAME).flatMap(said -> line.oneOf(KIND, KINDS)).orElse(null);
  }

  private static String phone(SheetTable.Line line) {
    Optional<String> phone = line.text(PHONE, 30);
    phone
        .filter(text -> !text.matches(OFFICE_PHONE))
        .ifPresent(wrong -> line.fault(PHONE, "office-phone"));
    return phone.orElse(null);
  }

  private static List<String> aliases(SheetTable.Line line) {
    List<String> aliases =
        line.text(ALIASES, LONGEST_CELL).stream()
            .flatMap(text -> Arrays.stream(text.split(BETWEEN_ALIASES)))
            .filter(alias -> !alias.isEmpty())
            .distinct()
            .toList();
    if (aliases.size() > MOST_ALIASES) {
      line.fault(ALIASES, "size", 0, MOST_ALIASES);
    }
    if (aliases.stream()
        .anyMatch(alias -> alias.codePointCount(0, alias.length()) > LONGEST_NAME)) {
      line.fault(ALIASES, "alias-too-long", LONGEST_NAME);
    }
    return aliases;
  }
}
