package org.bihuan.kit.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.refusal.Unprocessable;
import org.bihuan.kit.time.Days;

/**
 * The rows of a sheet under their headings. These stand in one of the first rows, so that a title
 * may stand above them. What is wrong is collected, to be told at once.
 */
public final class SheetTable {

  private static final int LAST_ROW_OF_HEADINGS = 10;

  private static final int MOST_TOLD = 100;

  private final Map<SheetColumn, Integer> places;
  private final List<Line> lines = new ArrayList<>();
  private final List<SheetFault> faults = new ArrayList<>();

  private SheetTable(Map<SheetColumn, Integer> places) {
    this.places = places;
  }

  /**
   * @throws Unprocessable when no row has all required headings, one stands twice, or cells are
   *     merged below the title
   */
  static SheetTable of(Sheet sheet, List<SheetColumn> columns) {
    Sheet.Row headings =
        sheet.rows().stream()
            .filter(row -> row.number() <= LAST_ROW_OF_HEADINGS)
            .max(
                Comparator.comparingInt((Sheet.Row row) -> placesIn(row, columns).size())
                    .thenComparing(Sheet.Row::number, Comparator.reverseOrder()))
            .orElseThrow(() -> new Unprocessable("sheet-empty"));
    refuseMissing(headings, columns);
    sheet.merged().stream()
        .filter(merged -> merged.lastRow() >= headings.number())
        .findFirst()
        .ifPresent(
            merged -> {
              throw new Unprocessable("sheet-merged-cells", merged.range());
            });
    SheetTable table = new SheetTable(placesIn(headings, columns));
    table.read(sheet, headings);
    return table;
  }

  private static Map<SheetColumn, Integer> placesIn(Sheet.Row row, List<SheetColumn> columns) {
    Map<SheetColumn, Integer> places = new HashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String heading = row.cell(i).text();
      int place = i;
      if (heading != null) {
        columns.stream()
            .filter(column -> column.isHeaded(heading))
            .findFirst()
            .ifPresent(column -> places.putIfAbsent(column, place));
      }
    }
    return places;
  }

  private static void refuseMissing(Sheet.Row headings, List<SheetColumn> columns) {
    Collection<SheetColumn> there = placesIn(headings, columns).keySet();
    String missing =
        columns.stream()
            .filter(column -> column.required() && !there.contains(column))
            .map(SheetColumn::heading)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Unprocessable("sheet-headings-missing", missing);
    }
    for (SheetColumn column : there) {
      long times =
          headings.cells().stream()
              .filter(cell -> cell.text() != null && column.isHeaded(cell.text()))
              .count();
      if (times > 1) {
        throw new Unprocessable("sheet-heading-repeated", column.heading());
      }
    }
  }

  private void read(Sheet sheet, Sheet.Row headings) {
    for (int i = 0; i < headings.cells().size(); i++) {
      if (!headings.cell(i).isEmpty() && !places.containsValue(i)) {
        faults.add(new SheetFault(headings.number(), letters(i), "sheet-column-unknown"));
      }
    }
    sheet.rows().stream()
        .filter(row -> row.number() > headings.number())
        .forEach(row -> lines.add(read(row, headings)));
  }

  private Line read(Sheet.Row row, Sheet.Row headings) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && headings.cell(i).isEmpty()) {
        faults.add(new SheetFault(row.number(), letters(i), "sheet-heading-missing"));
      }
    }
    places.forEach(
        (column, place) -> {
          String fault = row.cell(place).fault();
          if (fault != null && !column.ignored()) {
            faults.add(new SheetFault(row.number(), column.heading(), fault));
          }
        });
    return new Line(row);
  }

  /** {@code A} for 0, {@code AB} for 27. */
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** The rows below the headings that have a value. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Whether nothing is wrong so far. */
  public boolean isFaultless() {
    return faults.isEmpty();
  }

  /** What is wrong so far, row by row. */
  public List<SheetFault> faults() {
    return faults.stream().sorted(Comparator.comparingInt(SheetFault::row)).toList();
  }

  /** The first of them in words, as a dry run tells them. */
  public List<RowFault> told(Messages messages, Locale language) {
    return faults().stream()
        .limit(MOST_TOLD)
        .map(fault -> RowFault.of(fault, messages, language))
        .toList();
  }

  /**
   * @throws Invalid with all that is wrong, if anything is
   */
  public void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new Invalid(faults().stream().map(SheetFault::asFieldError).toList());
    }
  }

  /** One row below the headings. */
  public final class Line {

    private final Sheet.Row row;
    private boolean faulty;

    private Line(Sheet.Row row) {
      this.row = row;
      this.faulty = row.cells().stream().anyMatch(cell -> cell.fault() != null);
    }

    /** As programs for sheets number it, from 1. */
    public int number() {
      return row.number();
    }

    /** Whether something of it is wrong so far. */
    public boolean isFaulty() {
      return faulty;
    }

    public void fault(SheetColumn column, String code, Object... arguments) {
      faulty = true;
      faults.add(new SheetFault(row.number(), column.heading(), code, arguments));
    }

    /** What stands in a column; nothing of one longer than {@code longest} characters. */
    public Optional<String> text(SheetColumn column, int longest) {
      Optional<String> text = cell(column);
      if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > longest) {
        fault(column, "size", 1, longest);
        return Optional.empty();
      }
      return text;
    }

    /** Whether the sheet has this column at all, with or without a value in this row. */
    public boolean has(SheetColumn column) {
      return places.containsKey(column);
    }

    /** What one of some words stands for, whatever their case. */
    public <T> Optional<T> oneOf(SheetColumn column, Map<String, T> words) {
      Optional<String> text = cell(column);
      Optional<T> meant =
          words.entrySet().stream()
              .filter(word -> text.filter(word.getKey()::equalsIgnoreCase).isPresent())
              .map(Map.Entry::getValue)
              .findFirst();
      if (text.isPresent() && meant.isEmpty()) {
        fault(column, "one-of", String.join(", ", words.keySet()));
      }
      return meant;
    }

    /** The same for what must be there. */
    public Optional<String> needed(SheetColumn column, int longest) {
      if (isMissing(column)) {
        fault(column, "required");
      }
      return text(column, longest);
    }

    /** The day that stands in a column: {@code 2026-08-01}, {@code 2026/8/1} or a date cell. */
    public Optional<LocalDate> day(SheetColumn column) {
      Optional<String> text = cell(column);
      try {
        return text.map(Line::dashed).map(Days::read);
      } catch (DateTimeException notOne) {
        fault(column, "day");
        return Optional.empty();
      }
    }

    /**
     * The moment that stands in a column, on the clock of the wall: {@code 2026-08-01 08:15}; a day
     * alone is its beginning.
     */
    public Optional<LocalDateTime> moment(SheetColumn column) {
      Optional<String> text = cell(column);
      try {
        return text.map(Line::readMoment);
      } catch (DateTimeException notOne) {
        fault(column, "moment");
        return Optional.empty();
      }
    }

    private static LocalDateTime readMoment(String text) {
      String[] parts = text.split("[\\sT]+", 2);
      LocalDate day = Days.read(dashed(parts[0]));
      return parts.length == 1
          ? day.atStartOfDay()
          : day.atTime(LocalTime.parse(parts[1].indexOf(':') == 1 ? "0" + parts[1] : parts[1]));
    }

    /** The same for a day that must be there. */
    public Optional<LocalDate> neededDay(SheetColumn column) {
      if (isMissing(column)) {
        fault(column, "required");
      }
      return day(column);
    }

    /** People write days with slashes, dots and without leading zeros. */
    private static String dashed(String day) {
      String[] parts = day.split("[-/.年月日]");
      return parts.length == 3 && parts[0].length() == 4
          ? parts[0] + "-" + twoDigits(parts[1]) + "-" + twoDigits(parts[2])
          : day;
    }

    private static String twoDigits(String number) {
      return number.length() == 1 ? "0" + number : number;
    }

    private boolean isMissing(SheetColumn column) {
      return !places.containsKey(column) || row.cell(places.get(column)).isEmpty();
    }

    private Optional<String> cell(SheetColumn column) {
      return Optional.ofNullable(places.get(column)).map(row::cell).map(Sheet.Cell::text);
    }
  }
}
