package org.bihuan.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the brokers keep as many copies of the topics as they should. Requests are answered
 * all the same, so this makes nobody unready.
 */
@Readiness
@ApplicationScoped
class TopicHealth implements HealthCheck {

  private final TopicCopies copies;

  TopicHealth(TopicCopies copies) {
    this.copies = copies;
  }

  @Override
  public HealthCheckResponse call() {
    return copies
        .figures()
        .map(
            known ->
                HealthCheckResponse.named("topics")
                    .up()
                    .withData("copies", word(known))
                    .withData("underReplicated", known.underReplicated())
                    .withData("underMinInSync", known.underMinInSync())
                    .build())
        .orElseGet(
            () -> HealthCheckResponse.named("topics").up().withData("copies", "unknown").build());
  }

  private static String word(TopicCopies.Figures known) {
    if (known.underMinInSync() > 0) {
      return "too-few";
    }
    return known.underReplicated() > 0 ? "missing" : "complete";
  }
}
