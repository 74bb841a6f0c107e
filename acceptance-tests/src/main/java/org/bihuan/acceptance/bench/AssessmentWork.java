package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/**
 * P8: what the assessment of a month takes that has very many items of 60 units in it, all of them
 * due, checked and written off within that month. The entries are stored by SQL, as the facts would
 * have made them, one item of twelve failing once. Beside it the same of a month that has none,
 * which is what the request takes by itself; and the figures reported upward of a year.
 */
final class AssessmentWork implements Work {

  private static final int UNITS = 60;
  private static final double REACH_SECONDS = 2;
  private static final double NANOS_PER_SECOND = 1e9;

  private static final double REPORT_REACH_MILLIS = 20;

  /** Three years, of which the last is asked for. */
  private static final String TALLIES =
      """
      insert into tally (day, measure, number)
      select date '%s-01' - days, measure, 1000 + days from generate_series(0, 1095) as days, unnest(array[
        'PROBLEM_FILED', 'PROBLEM_ENDED', 'WRITE_OFF', 'ORDER_SPECIAL', 'ORDER_BULLETIN', 'ORDER_ROUTINE',
        'RECHECK_PASSED', 'RECHECK_PARTIAL', 'RECHECK_NOT_RECTIFIED']) as measure
      on conflict do nothing
      """;

  /** So often each is asked before it is measured, and within one repetition. */
  private static final int ASKED = 5;

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final String EMPTY_MONTH = "1960-01";

  private static final String ITEMS =
      """
      insert into assessed_item (id, book, entry, item_id, problem_id, problem_serial, subdistrict_code, category_code,
        source_kind, unit_code, order_serial, issued_at, deadline_class, due_at, "current", suspended, cancelled,
        return_requested, taken_back, first_final_at, passed_reply_at, on_time, first_review_at, accepted_at_first,
        first_verdict_at, passed_at_first, last_verdict_at, failures, written_off_at, relapsed, complete, exempt)
      select gen_random_uuid(), 'LIVE', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'P-' || n,
        '3702030' || lpad((n %% 22)::text, 2, '0'), 'CATEGORY_' || n %% 9,
        case when n %% 50 = 0 then 'MEDIA_EXPOSURE' else 'CITIZEN' end, 'BENCH_UNIT_' || (n / 7) %% %1$d, 'S-' || n / 10,
        at, case when n %% 5 = 0 then 'FACILITY' else 'GENERAL' end, at + interval '48 hours', true, n %% 97 = 0, n %% 89 = 0,
        n %% 40 = 0, n %% 80 = 0, at + interval '30 hours', at + interval '30 hours', n %% 8 <> 0, at + interval '31 hours',
        n %% 10 <> 0, at + interval '40 hours', n %% 12 <> 0, at + interval '41 hours', (n %% 12 = 0)::int,
        case when n %% 16 <> 0 then at + interval '41 hours' end, n %% 64 = 1 and n %% 16 <> 0, n %% 16 <> 0 and n %% 3 <> 0, false
      from (select n, timestamptz '%2$s-02 00:00:00+08' + n * interval '25 days' / %3$d as at
        from generate_series(1::bigint, %3$d) as n) items
      """;

  private static final String DEDUCTIONS =
      """
      insert into assessed_deduction (id, book, entry, item_entry, item_id, problem_id, problem_serial, subdistrict_code,
        category_code, source_kind, unit_code, kind, deducted_at, doubled, exempt)
      select gen_random_uuid(), 'LIVE', gen_random_uuid(), entry, item_id, problem_id, problem_serial, subdistrict_code,
        category_code, source_kind, unit_code, 'FAILED_RECHECK', first_verdict_at, source_kind = 'MEDIA_EXPOSURE', false
      from assessed_item where failures > 0 and book = 'LIVE'
      """;

  /** A figure as it is counted up: month, what it is of, and what counts for it. */
  private record Counted(String figure, String month, String of, String counts) {

    String insert() {
      String mix = figure.equals("ON_TIME_RATE") ? "split_part(cell, '|', 3)" : "'-'";
      return """
          insert into assessed_count (book, month, figure, unit_code, subdistrict_code, mix, numerator, denominator)
          select 'LIVE', %2$s, '%1$s', unit_code, subdistrict_code, %5$s, count(*) filter (where %4$s), count(*)
          from assessed_item where unit_code like 'BENCH_UNIT_%%' and %2$s is not null and %3$s group by 2, 4, 5, 6
          """
          .formatted(figure, month, of, counts, mix);
    }
  }

  private static final String DUE = "not cancelled";

  private static final List<Counted> COUNTED =
      List.of(
          new Counted("CLOSE_RATE", "due_month", DUE, "written_off_at is not null"),
          new Counted("ON_TIME_RATE", "due_month", DUE, "on_time"),
          new Counted(
              "ON_TIME_RATE_DEFERRED_OUT", "due_month", DUE + " and not suspended", "on_time"),
          new Counted("REWORK_RATE", "last_verdict_month", "true", "failures > 0"),
          new Counted("FIRST_PASS_RATE", "first_verdict_month", "true", "passed_at_first"),
          new Counted("RELAPSE_RATE", "written_off_month", "true", "relapsed"),
          new Counted("DISPATCH_ACCURACY", "issued_month", "true", "not taken_back"),
          new Counted("RETURN_RATE", "issued_month", "true", "return_requested"),
          new Counted("REPLY_QUALITY", "first_review_month", "true", "accepted_at_first"),
          new Counted("LOOP_COMPLETENESS", "written_off_month", "true", "complete"));

  private final Stack stack;
  private final int items;
  private final Effort effort;
  private final List<String> notes;
  private final String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();

  /**
   * @param stack an empty one
   * @param items how many the month has
   * @param notes gets what a reader must know
   */
  AssessmentWork(Stack stack, int items, Effort effort, List<String> notes) {
    this.stack = stack;
    this.items = items;
    this.effort = effort;
    this.notes = notes;
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException {
    store();
    try (Connections connections = new Connections(stack)) {
      connections.open(ServiceName.INSPECTION);
      requireRows(connections);
      return List.of(
          figure(connections, "UNIT", "of %d units".formatted(UNITS)),
          figure(connections, "SUBDISTRICT", "of 22 sub-districts"),
          reported(connections));
    }
  }

  private void store() throws SQLException {
    long begin = System.nanoTime();
    BulkLoad.into(
        stack,
        ServiceName.INSPECTION,
        statement -> {
          statement.execute(ITEMS.formatted(UNITS, month, items));
          statement.execute(DEDUCTIONS);
          for (Counted counted : COUNTED) {
            statement.execute(counted.insert());
          }
          statement.execute(TALLIES.formatted(month));
          statement.execute("vacuum (freeze, analyze) tally");
          statement.execute("vacuum (freeze, analyze) assessed_item");
          statement.execute("vacuum (freeze, analyze) assessed_deduction");
          statement.execute("vacuum (freeze, analyze) assessed_count");
        });
    notes.add(
        "P8: %d items of one month stored in %.0f s, all due, checked and reviewed in it"
            .formatted(items, seconds(begin)));
  }

  private void requireRows(Connections connections) throws IOException {
    KeepAliveConnection.Answer answer =
        connections.get(TEAM, ServiceName.INSPECTION, address(month, "UNIT"));
    if (!answer.text().contains("BENCH_UNIT_0")) {
      throw new StackFailure("The month has no rows: " + answer.text());
    }
  }

  private Figure figure(Connections connections, String of, String words) throws IOException {
    slowest(connections, address(month, of));
    slowest(connections, address(EMPTY_MONTH, of));
    List<Double> measured = new ArrayList<>();
    List<Double> empty = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      measured.add(slowest(connections, address(month, of)));
      empty.add(slowest(connections, address(EMPTY_MONTH, of)));
    }
    notes.add(
        "P8: a month without items takes %.0f ms %s".formatted(1e3 * Figure.median(empty), words));
    return new Figure(
        "P8",
        "a month's assessment %s over %d items, slowest, s".formatted(words, items),
        measured,
        List.of(),
        Figure.Reach.atMost(REACH_SECONDS));
  }

  /** What is reported upward of a year in which millions of things happened. */
  private Figure reported(Connections connections) throws IOException {
    LocalDate last = YearMonth.parse(month).atDay(1);
    String address = "/api/v1/reports/figures?from=" + last.minusYears(1) + "&to=" + last;
    slowest(connections, address);
    List<Double> measured = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      measured.add(1e3 * slowest(connections, address));
    }
    notes.add(
        "P8: what is reported of inspections and findings is counted by rows; here there are none");
    return new Figure(
        "P8",
        "the figures reported upward of a year, slowest, ms",
        measured,
        List.of(),
        Figure.Reach.atMost(REPORT_REACH_MILLIS));
  }

  private double slowest(Connections connections, String address) throws IOException {
    double slowest = 0;
    for (int i = 0; i < ASKED; i++) {
      long begin = System.nanoTime();
      connections.get(TEAM, ServiceName.INSPECTION, address);
      slowest = Math.max(slowest, seconds(begin));
    }
    return slowest;
  }

  private static String address(String month, String of) {
    return "/api/v1/assessments/" + month + "?of=" + of;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / NANOS_PER_SECOND;
  }
}
