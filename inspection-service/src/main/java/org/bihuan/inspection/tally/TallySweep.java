package org.bihuan.inspection.tally;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what waits to be added up short, so that reports of long periods stay quick. */
@ApplicationScoped
class TallySweep {

  private final Tallies tallies;

  TallySweep(Tallies tallies) {
    this.tallies = tallies;
  }

  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void addUp() {
    QuarkusTransaction.requiringNew().run(tallies::addUp);
  }
}
