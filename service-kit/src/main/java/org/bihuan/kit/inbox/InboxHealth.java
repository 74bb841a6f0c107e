package org.bihuan.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether events of the other services come in. Requests are answered all the same, so this
 * makes nobody unready: without a replica that answers, nothing would be better.
 */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {

  private final Inbox inbox;
  private final InboxProgress progress;

  InboxHealth(Inbox inbox, InboxProgress progress) {
    this.inbox = inbox;
    this.progress = progress;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("inbox")
        .up()
        .withData("reading", reading())
        .withData("broker", progress.isConnected() ? "connected" : "away")
        .withData("lag", progress.lag())
        .withData("secondsSinceLastRound", Math.round(progress.secondsSinceLastRound()))
        .build();
  }

  private String reading() {
    if (inbox.topics().isEmpty()) {
      return "nothing";
    }
    return progress.isStalled() ? "stalled" : "active";
  }
}
