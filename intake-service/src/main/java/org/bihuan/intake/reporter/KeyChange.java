package org.bihuan.intake.reporter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Locks with the current key what another one has locked, a few in a second and in any number of
 * replicas at once, until nothing needs the former key. Of replicas with different keys those work
 * whose key was the last to be started with, so that none undoes what the others do.
 */
@ApplicationScoped
class KeyChange {

  private static final Logger LOG = Logger.getLogger(KeyChange.class);

  /** All that names no key begins with something between these. */
  private static final byte[] UNNAMED_FIRST = {PersonalKeys.UNBOUND};

  private static final byte[] UNNAMED_LAST = {PersonalKeys.UNBOUND, -1, -1, -1, -1};

  private final PersonalKeys keys;
  private final LockedReporters reporters;
  private final PersonalDataCheck check;
  private final int most;
  private final Counter lockedAnew;

  /** What no configured key opens: asked for once, and never again by this replica. */
  private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();

  /** NaN while nobody knows. */
  private volatile double others = Double.NaN;

  KeyChange(
      PersonalKeys keys,
      LockedReporters reporters,
      PersonalDataCheck check,
      PersonalDataConfig config,
      MeterRegistry metrics) {
    this.keys = keys;
    this.reporters = reporters;
    this.check = check;
    this.most = config.lockedAnewPerSecond();
    this.lockedAnew =
        Counter.builder("bihuan.personal.data.locked.anew")
            .description("Reporters locked with the current key in place of another one")
            .register(metrics);
    Gauge.builder("bihuan.personal.data.other.keys", () -> others)
        .description("Reporters that are locked with another key than the current one")
        .register(metrics);
  }

  /** Apart from requests, which read what is locked with either key. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void lockSome() {
    QuarkusTransaction.requiringNew()
        .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
        .call(this::lockAnew);
  }

  /**
   * Locks some anew, in the transaction of the caller.
   *
   * @return how many
   */
  int lockAnew() throws SQLException {
    if (!check.isCurrent()) {
      return 0;
    }
    int before = unreadable.size();
    List<LockedReporters.Row> found = found();
    List<LockedReporters.Row> locked =
        found.stream().map(this::lockedAnew).flatMap(Optional::stream).toList();
    if (!locked.isEmpty()) {
      reporters.replace(locked);
      lockedAnew.increment(locked.size());
    }
    if (unreadable.size() > before) {
      LOG.errorf(
          "%d reporters cannot be locked with the current key: no configured key opens them",
          unreadable.size() - before);
    }
    return locked.size();
  }

  private List<LockedReporters.Row> found() throws SQLException {
    List<LockedReporters.Row> found =
        new ArrayList<>(reporters.under(UNNAMED_FIRST, UNNAMED_LAST, unreadable, most));
    for (PersonalKey key : keys.all()) {
      if (key.id() != keys.current().id() && found.size() < most) {
        byte[] beginning = PersonalKeys.beginning(key);
        found.addAll(reporters.under(beginning, beginning, unreadable, most - found.size()));
      }
    }
    return found;
  }

  private Optional<LockedReporters.Row> lockedAnew(LockedReporters.Row row) {
    Optional<String> name = opened(ReporterVault.NAME + row.id(), row.name());
    Optional<String> phone = opened(ReporterVault.PHONE + row.id(), row.phone());
    if (name.isEmpty() && row.name() != null || phone.isEmpty() && row.phone() != null) {
      unreadable.add(row.id());
      return Optional.empty();
    }
    return Optional.of(
        new LockedReporters.Row(
            row.id(),
            name.map(text -> keys.lock(ReporterVault.NAME + row.id(), text)).orElse(null),
            phone.map(text -> keys.lock(ReporterVault.PHONE + row.id(), text)).orElse(null),
            phone.map(text -> ReporterVault.phoneHash(keys.current(), text)).orElse(null)));
  }

  private Optional<String> opened(String place, byte[] locked) {
    return locked == null ? Optional.empty() : keys.open(place, locked);
  }

  /** A timer asks the database, so that a scrape costs nothing. */
  @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      others = reporters.others(keys.current());
    } catch (SQLException e) {
      others = Double.NaN;
      LOG.debugf("Reporters under other keys were not counted: %s", e.getMessage());
    }
  }
}
