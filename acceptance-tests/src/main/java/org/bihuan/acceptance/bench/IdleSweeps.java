package org.bihuan.acceptance.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.localstack.layout.ServiceName;

/**
 * What the sweeps of dispatch read while nothing is due, by PostgreSQL's own counters of the
 * indexes that only they use.
 */
final class IdleSweeps {

  private static final String COUNTERS =
      """
      select sum(s.idx_scan)::bigint, sum(s.idx_tup_read)::bigint,
        sum(i.idx_blks_read + i.idx_blks_hit)::bigint,
        (select sum(seq_scan)::bigint from pg_stat_user_tables where relname in ('order_item', 'item_task'))
      from pg_stat_user_indexes s join pg_statio_user_indexes i using (indexrelid)
      where s.indexrelname in ('order_item_next_attention_at', 'item_task_next_attention_at')
      """;

  private final Databases databases;

  IdleSweeps(Databases databases) {
    this.databases = databases;
  }

  private record Counters(long sweeps, long entries, long pages, long wholeTables) {}

  /** Over a time that is long enough for the counters to be written. */
  List<Figure> measure(Duration time) throws SQLException {
    Counters before = read();
    Instant end = Instant.now().plus(time);
    Awaitility.await()
        .atMost(time.plusMinutes(1))
        .until(() -> Instant.now().isAfter(end) && read().sweeps() > before.sweeps());
    Counters after = read();
    double sweeps = after.sweeps() - before.sweeps();
    return List.of(
        figure("idle sweeps looked at, of items and tasks", sweeps, null),
        figure(
            "  entries read in a sweep",
            (after.entries() - before.entries()) / sweeps,
            Figure.Reach.atMost(0)),
        figure(
            "  pages of the index read in a sweep",
            (after.pages() - before.pages()) / sweeps,
            null),
        figure(
            "  reads of a whole table meanwhile",
            after.wholeTables() - before.wholeTables(),
            Figure.Reach.atMost(0)));
  }

  private Counters read() throws SQLException {
    return databases
        .read(
            ServiceName.DISPATCH,
            COUNTERS,
            row -> new Counters(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .get(0);
  }

  private static Figure figure(String what, double measured, Figure.Reach reach) {
    return new Figure("P6", what, List.of(measured), List.of(), reach);
  }
}
