package org.bihuan.intake.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ErasureCause;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.reporter.PersonalDataConfig;
import org.bihuan.kit.time.DistrictTime;
import org.jboss.logging.Logger;

/**
 * Erases reporters some months after their complaint has ended: written off, called off, rejected,
 * withdrawn or handed over [ours: 24 months; PIPL, article 47]. Any number of replicas may do so at
 * once, each in batches of its own; what one leaves, the next night takes up.
 */
@ApplicationScoped
class Purge {

  private static final Logger LOG = Logger.getLogger(Purge.class);
  private static final Actor ACTOR = Actor.system("personal-data-purge");
  private static final int BATCH = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final Complaints complaints;
  private final Erasure erasure;
  private final PersonalDataConfig config;
  private final Clock clock;

  Purge(Complaints complaints, Erasure erasure, PersonalDataConfig config, Clock clock) {
    this.complaints = complaints;
    this.erasure = erasure;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      cron = "0 40 2 * * ?",
      timeZone = "Asia/Shanghai",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    Instant now = clock.instant();
    Instant before = now.atZone(DistrictTime.ZONE).minusMonths(config.keepMonths()).toInstant();
    Batch batch = new Batch(0, 0, Instant.EPOCH, FIRST);
    int found = 0;
    int erased = 0;
    do {
      Batch last = batch;
      batch = QuarkusTransaction.requiringNew().call(() -> eraseBatch(before, last, now));
      found += batch.found();
      erased += batch.erased();
    } while (batch.found() == BATCH);
    if (erased > 0) {
      LOG.infof("Reporters of %d complaints that ended before %s were erased", erased, before);
    }
    if (found > erased) {
      LOG.warnf(
          "Reporters of %d complaints that ended before %s stay: no configured key opens them",
          found - erased, before);
    }
  }

  /** What one transaction was handed, of which the next begins after the last. */
  private record Batch(int found, int erased, Instant lastAt, UUID last) {}

  private Batch eraseBatch(Instant before, Batch done, Instant now) {
    List<Complaint> ended = complaints.endedBefore(before, done.lastAt(), done.last(), BATCH);
    int erased = 0;
    for (Complaint complaint : ended) {
      erased += erasure.erase(complaint, ErasureCause.PURGE, ACTOR, now) ? 1 : 0;
    }
    if (ended.isEmpty()) {
      return new Batch(0, 0, done.lastAt(), done.last());
    }
    Complaint last = ended.get(ended.size() - 1);
    return new Batch(ended.size(), erased, last.receivedAt(), last.id());
  }
}
