package org.bihuan.dispatch.unit.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitPolicy;
import org.bihuan.dispatch.unit.register.UnitSheet.Row;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable.Line;

/**
 * Works out what a list of units changes. A unit is known by its code; whoever is not on the list
 * stays as is. Rows are looked at together, since the unit above may stand later on the list. A
 * name must be free now as well as then: two units do not change names in one list.
 */
final class UnitImport {

  private final Map<String, Unit> known;
  private final Predicate<Unit> isNeeded;
  private final Map<String, Wanted> wanted = new LinkedHashMap<>();
  private final List<Unit> created = new ArrayList<>();
  private final List<Unit> touched = new ArrayList<>();
  private int ended;
  private int unchanged;

  /** A row with the line it stands in. */
  private record Wanted(Line line, Row row) {}

  /**
   * @param isNeeded whether something keeps a unit from being closed
   */
  UnitImport(Collection<Unit> known, Predicate<Unit> isNeeded) {
    this.known = known.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    this.isNeeded = isNeeded;
  }

  /** Takes a row; what it leads to is looked at when all are there. */
  void take(Line line, Row row) {
    if (wanted.putIfAbsent(row.code(), new Wanted(line, row)) != null) {
      line.fault(UnitSheet.CODE, "row-repeated");
    }
  }

  /** Notes what is wrong, and how each unit is to be. */
  Map<String, Unit.Details> compare() {
    Map<String, Unit.Details> now = new HashMap<>();
    known.forEach((code, unit) -> now.put(code, unit.details()));
    Map<String, Unit.Details> then = new HashMap<>(now);
    wanted.forEach((code, one) -> then.put(code, details(one, now.get(code), null)));
    UnitPolicy names = new UnitPolicy(then);
    wanted.forEach((code, one) -> then.put(code, details(one, now.get(code), names)));
    UnitPolicy before = new UnitPolicy(now);
    UnitPolicy after = new UnitPolicy(then);
    wanted.values().forEach(one -> compare(one, before, after));
    refuseAnotherFallback();
    wanted.values().forEach(one -> refuseClosing(one, then.get(one.row().code())));
    return then;
  }

  /**
   * A unit as its row wants it.
   *
   * @param present {@code null} for a new one
   * @param names where the unit above is found; {@code null} as long as names are collected
   */
  private Unit.Details details(Wanted one, Unit.Details present, UnitPolicy names) {
    Line line = one.line();
    Row row = one.row();
    boolean isNew = present == null;
    return new Unit.Details(
        row.name(),
        new TreeSet<>(isNew || line.has(UnitSheet.ALIASES) ? row.aliases() : present.aliases()),
        isNew || line.has(UnitSheet.PARENT) ? parent(one, names) : present.parentCode(),
        isNew || line.has(UnitSheet.PHONE) ? row.phone() : present.phone(),
        row.active() == null ? isNew || present.active() : row.active(),
        row.kind());
  }

  private static String parent(Wanted one, UnitPolicy names) {
    String text = one.row().parent();
    if (text == null || names == null) {
      return null;
    }
    return names
        .codeOf(text)
        .orElseGet(
            () -> {
              one.line().fault(UnitSheet.PARENT, "unknown-unit");
              return null;
            });
  }

  private static void compare(Wanted one, UnitPolicy before, UnitPolicy after) {
    Line line = one.line();
    Row row = one.row();
    if (line.isFaulty()) {
      return;
    }
    if (before.isTaken(row.code(), row.code()) || after.isTaken(row.code(), row.code())) {
      line.fault(UnitSheet.CODE, "name-taken");
    }
    if (before.isTaken(row.name(), row.code()) && !after.isTaken(row.name(), row.code())) {
      line.fault(UnitSheet.NAME, "name-taken");
    }
    if (row.aliases().stream()
        .anyMatch(
            alias -> before.isTaken(alias, row.code()) && !after.isTaken(alias, row.code()))) {
      line.fault(UnitSheet.ALIASES, "name-taken");
    }
    after
        .faults(row.code(), row.aliases())
        .forEach(fault -> line.fault(columnOf(fault), fault.code()));
  }

  private static SheetColumn columnOf(FieldError fault) {
    return switch (fault.field()) {
      case "name" -> UnitSheet.NAME;
      case "parentCode" -> UnitSheet.PARENT;
      default -> UnitSheet.ALIASES;
    };
  }

  /** Which unit is the fallback the reference file alone says. */
  private void refuseAnotherFallback() {
    int marked = 0;
    for (Wanted one : wanted.values()) {
      Boolean said = one.row().fallback();
      Unit unit = known.get(one.row().code());
      boolean is = unit != null && unit.isFallback();
      if (Boolean.TRUE.equals(said)) {
        marked++;
      }
      if (Boolean.TRUE.equals(said) && marked > 1) {
        one.line().fault(UnitSheet.FALLBACK, "second-fallback");
      } else if (said != null && said != is) {
        one.line().fault(UnitSheet.FALLBACK, "fallback-elsewhere");
      }
    }
  }

  private void refuseClosing(Wanted one, Unit.Details then) {
    Unit unit = known.get(one.row().code());
    if (unit == null || !unit.isActive() || then.active()) {
      return;
    }
    if (unit.isFallback()) {
      one.line().fault(UnitSheet.ACTIVE, "fallback-unit");
    } else if (isNeeded.test(unit)) {
      one.line().fault(UnitSheet.ACTIVE, "unit-in-use");
    }
  }

  /** Makes the units of the list what they are to be. */
  void change(Map<String, Unit.Details> then) {
    for (String code : wanted.keySet()) {
      Unit unit = known.get(code);
      Unit.Details details = then.get(code);
      if (unit == null) {
        created.add(Unit.added(code, details));
      } else if (unit.details().equals(details)) {
        unchanged++;
      } else {
        ended += unit.isActive() && !details.active() ? 1 : 0;
        unit.edit(details);
        touched.add(unit);
      }
    }
  }

  List<Unit> created() {
    return created;
  }

  /** Known ones that are otherwise now. */
  List<Unit> touched() {
    return touched;
  }

  ImportTally tally() {
    return new ImportTally(created.size(), ended, touched.size() - ended, unchanged);
  }
}
