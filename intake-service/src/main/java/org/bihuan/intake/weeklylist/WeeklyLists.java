package org.bihuan.intake.weeklylist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.intake.weeklylist.WeeklyList.Counts;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Week;

/**
 * Every weekly list with its rows. Native queries name no result class, with which Hibernate 7.2
 * keeps a plan for each call.
 */
@ApplicationScoped
class WeeklyLists implements PanacheRepositoryBase<WeeklyList, LocalDate> {

  /** What a problem can end as; such a row is not carried on. */
  static final List<ProblemStatus> ENDS =
      List.of(ProblemStatus.WRITTEN_OFF, ProblemStatus.CANCELLED, ProblemStatus.MERGED);

  /** Of such a problem nothing is owed any more. */
  static final List<ProblemStatus> CALLED_OFF =
      List.of(ProblemStatus.CANCELLED, ProblemStatus.MERGED);

  private static final Keyset<FrozenRow> FROZEN = new Keyset<>(FrozenRow.class, FrozenRow::id);
  private static final Keyset<RunningRow> RUNNING = new Keyset<>(RunningRow.class, RunningRow::id);

  private static final String KEEP_ROWS =
      """
      with kept as (
        insert into weekly_list_row
        select cast(:monday as date), r.* from running_list_row r
        returning carried_from, status)
      select count(*), count(carried_from),
        count(*) filter (where status in ('WRITTEN_OFF', 'CANCELLED', 'MERGED'))
      from kept
      """;

  /** The newest first. */
  List<WeeklyList> newestFirst() {
    return list("order by monday desc");
  }

  /** The week of the list that runs. */
  Week running() {
    return new Week(
        getEntityManager()
            .createQuery("select monday from WeeklyList where frozenAt is null", LocalDate.class)
            .getSingleResult());
  }

  /** The moment by the clock of the database, which all replicas share. */
  Instant now() {
    Number micros =
        (Number)
            getEntityManager()
                .createNativeQuery("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)")
                .getSingleResult();
    return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
  }

  /**
   * Holds the list that runs until the end of the transaction: what is under way is waited for, and
   * nothing is put on it or ended in it meanwhile. Whoever files waits behind this, so it waits for
   * 2 s at most, for one replica at a time, and the database itself ends what takes longer than 20
   * s: it would go on when nobody listens any more.
   *
   * @throws RuntimeException when something is under way for longer
   */
  void hold() {
    ask("set_config('lock_timeout', '2s', true) || set_config('statement_timeout', '20s', true)");
    ask("pg_advisory_xact_lock(hashtext('weekly-list-freezes'))");
    ask("pg_advisory_xact_lock(hashtext('weekly-list'))");
  }

  private void ask(String function) {
    getEntityManager()
        .createNativeQuery("select cast(" + function + " as text)")
        .getSingleResult();
  }

  /** Keeps the rows of the list that runs as they are now, all in one statement. */
  Counts keepRows(Week week) {
    Object[] counts =
        (Object[])
            getEntityManager()
                .createNativeQuery(KEEP_ROWS)
                .setParameter("monday", week.monday())
                .getSingleResult();
    return new Counts((Long) counts[0], (Long) counts[1], (Long) counts[2]);
  }

  /** SHA-256 over the rows that are kept of a week, in hexadecimal. */
  String hash(Week week) {
    return (String)
        getEntityManager()
            .createNativeQuery("select weekly_list_hash(:monday)")
            .setParameter("monday", week.monday())
            .getSingleResult();
  }

  /**
   * Ends the list of {@code week}; that of the week after it runs from now on.
   *
   * @param entryId the entry of the ledger that keeps the hash of its rows
   */
  void freeze(Week week, Counts counts, UUID entryId, Instant now) {
    getEntityManager()
        .createNativeQuery(
            """
            update weekly_list
            set frozen_at = :now, rows = :rows, carried = :carried, finished = :finished, entry_id = :entry
            where monday = :monday
            """)
        .setParameter("now", now)
        .setParameter("rows", counts.rows())
        .setParameter("carried", counts.carried())
        .setParameter("finished", counts.finished())
        .setParameter("entry", entryId)
        .setParameter("monday", week.monday())
        .executeUpdate();
    getEntityManager()
        .createNativeQuery("insert into weekly_list (monday) values (:monday)")
        .setParameter("monday", week.minus(-1).monday())
        .executeUpdate();
  }

  Page<ListRow> page(WeeklyList list, Criteria criteria, PageRequest request) {
    return list.isFrozen()
        ? FROZEN.read(getEntityManager(), of(list, criteria), request).map(row -> row)
        : RUNNING.read(getEntityManager(), criteria, request).map(row -> row);
  }

  /** How many of its rows meet {@code criteria}. */
  Counts count(WeeklyList list, Criteria criteria) {
    Criteria rows = list.isFrozen() ? of(list, criteria) : criteria;
    List<Criteria> parts =
        List.of(
            rows.part(),
            rows.part().where("e.listed.carriedFrom is not null"),
            rows.part().in("listed.status", ENDS));
    List<Long> counts =
        list.isFrozen()
            ? FROZEN.countParts(getEntityManager(), rows, parts)
            : RUNNING.countParts(getEntityManager(), rows, parts);
    return new Counts(counts.get(0), counts.get(1), counts.get(2));
  }

  private static Criteria of(WeeklyList list, Criteria criteria) {
    return criteria.equal("monday", list.week().monday());
  }
}
