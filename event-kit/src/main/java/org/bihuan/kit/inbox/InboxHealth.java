package org.bihuan.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether events of the other services come in. Requests are answered all the same, so this
 * makes nobody unready: without a replica that answers, nothing would be better.
 */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {

  private final InboxProgress progress;

  InboxHealth(InboxProgress progress) {
    this.progress = progress;
  }

  @Override
  public HealthCheckResponse call() {
    String lost = progress.lost();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("inbox").up().withData("reading", reading(lost));
    if (!lost.isEmpty()) {
      answer.withData("lost", lost);
    }
    return answer
        .withData("broker", progress.isConnected() ? "connected" : "away")
        .withData("lag", progress.lag())
        .withData("secondsSinceLastRound", Math.round(progress.secondsSinceLastRound()))
        .build();
  }

  private String reading(String lost) {
    if (progress.isStalled()) {
      return "stalled";
    }
    return lost.isEmpty() ? "active" : "halted";
  }
}
