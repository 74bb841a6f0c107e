package org.bihuan.intake.resident;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes sessions that have expired, and residents of whom nothing else is kept. Each run is
 * bounded; all replicas may run at once.
 */
@ApplicationScoped
class SessionSweep {

  private static final int MOST = 500;

  /** What was let in with the last moments of a session is written by then. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final ResidentSessions sessions;
  private final Residents residents;
  private final Clock clock;

  SessionSweep(ResidentSessions sessions, Residents residents, Clock clock) {
    this.sessions = sessions;
    this.residents = residents;
    this.clock = clock;
  }

  @Scheduled(
      every = "10m",
      delayed = "5m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void run() {
    Instant now = clock.instant();
    sessions.forgetExpired(now, MOST);
    residents.forget(now.minus(SessionDesk.LASTS).minus(GRACE), MOST);
  }
}
