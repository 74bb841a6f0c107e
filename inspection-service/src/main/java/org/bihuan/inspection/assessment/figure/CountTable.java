package org.bihuan.inspection.assessment.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.kit.time.Month;

/**
 * The figures of all months as they were counted up. A month of a million items is read from some
 * ten thousand rows; which entries count is said by the same conditions as in their lists.
 */
@ApplicationScoped
public class CountTable {

  private static final String COLUMNS =
      "month, figure, unit_code, subdistrict_code, mix, numerator, denominator";

  // Not an upsert, which would ask of a change what is asked of a count.
  private static final String ADD =
      """
      merge into assessed_count old using (
        select * from unnest(cast(:months as integer[]), cast(:figures as text[]), cast(:units as text[]),
          cast(:subdistricts as text[]), cast(:mixes as text[]), cast(:numerators as bigint[]), cast(:denominators as bigint[]))
          as changed (month, figure, unit_code, subdistrict_code, mix, numerator, denominator)) new
      on old.book = :book and old.month = new.month and old.figure = new.figure and old.unit_code = new.unit_code
        and old.subdistrict_code = new.subdistrict_code and old.mix = new.mix
      when matched then update set
        numerator = old.numerator + new.numerator, denominator = old.denominator + new.denominator
      when not matched then insert (book, month, figure, unit_code, subdistrict_code, mix, numerator, denominator)
        values (:book, new.month, new.figure, new.unit_code, new.subdistrict_code, new.mix, new.numerator, new.denominator)
      """;

  private final EntityManager database;

  CountTable(EntityManager database) {
    this.database = database;
  }

  /**
   * Where something is counted.
   *
   * @param month as 202611
   * @param subdistrict or empty
   * @param mix category and class of limit; a dash in figures that are not adjusted for them
   */
  public record Cell(int month, FigureKind figure, String unit, String subdistrict, String mix) {}

  /**
   * Rows of a share.
   *
   * @param numerator more or less of those that count for it
   * @param denominator more or less of those that it is of
   */
  public record Change(long numerator, long denominator) {

    public static final Change NONE = new Change(0, 0);

    public Change plus(Change other) {
      return new Change(numerator + other.numerator, denominator + other.denominator);
    }

    public Change minus(Change other) {
      return new Change(numerator - other.numerator, denominator - other.denominator);
    }
  }

  /** Counts up, and down. */
  public void add(Book book, Map<Cell, Change> changes) {
    List<Map.Entry<Cell, Change>> some =
        changes.entrySet().stream()
            .filter(change -> !change.getValue().equals(Change.NONE))
            .toList();
    if (some.isEmpty()) {
      return;
    }
    database
        .createNativeQuery(ADD)
        .setParameter("book", book.name())
        .setParameter("months", texts(some, change -> change.getKey().month()))
        .setParameter("figures", texts(some, change -> change.getKey().figure()))
        .setParameter("units", texts(some, change -> change.getKey().unit()))
        .setParameter("subdistricts", texts(some, change -> change.getKey().subdistrict()))
        .setParameter("mixes", texts(some, change -> change.getKey().mix()))
        .setParameter("numerators", texts(some, change -> change.getValue().numerator()))
        .setParameter("denominators", texts(some, change -> change.getValue().denominator()))
        .executeUpdate();
  }

  private static String[] texts(
      List<Map.Entry<Cell, Change>> changes, Function<Map.Entry<Cell, Change>, Object> part) {
    List<String> texts = new ArrayList<>();
    changes.forEach(change -> texts.add(part.apply(change).toString()));
    return texts.toArray(String[]::new);
  }

  /** Writes the figures of one month of a book down in another. */
  public void copy(Book from, Book to, Month month) {
    database
        .createNativeQuery(
            "insert into assessed_count (book, %s) select :to, %s from assessed_count where book = :from and month = :month"
                .formatted(COLUMNS, COLUMNS))
        .setParameter("to", to.name())
        .setParameter("from", from.name())
        .setParameter("month", number(month))
        .executeUpdate();
  }

  /** What was counted in a month: figure, code, mix, numerator, denominator. */
  public List<Object[]> of(Book book, Month month, Assessed assessed) {
    String code = assessed.column();
    List<?> rows =
        database
            .createNativeQuery(
                """
                select figure, %s, mix, cast(sum(numerator) as bigint), cast(sum(denominator) as bigint)
                from assessed_count where book = :book and month = :month and %s <> ''
                group by figure, %s, mix having sum(denominator) > 0
                """
                    .formatted(code, code, code))
            .setParameter("book", book.name())
            .setParameter("month", number(month))
            .getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private static int number(Month month) {
    return month.yearMonth().getYear() * 100 + month.yearMonth().getMonthValue();
  }
}
