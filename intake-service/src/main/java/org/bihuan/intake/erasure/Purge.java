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
    UUID after = FIRST;
    int erased = 0;
    List<UUID> batch;
    do {
      UUID from = after;
      batch = QuarkusTransaction.requiringNew().call(() -> eraseBatch(before, from, now));
      erased += batch.size();
      after = batch.isEmpty() ? after : batch.get(batch.size() - 1);
    } while (batch.size() == BATCH);
    if (erased > 0) {
      LOG.infof("Reporters of %d complaints that ended before %s were erased", erased, before);
    }
  }

  private List<UUID> eraseBatch(Instant before, UUID after, Instant now) {
    List<Complaint> ended = complaints.endedBefore(before, after, BATCH);
    ended.forEach(complaint -> erasure.erase(complaint, ErasureCause.PURGE, ACTOR, now));
    return ended.stream().map(Complaint::id).toList();
  }
}
