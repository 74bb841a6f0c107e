package org.bihuan.intake.ledger.head;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says by which key the days of the ledger are signed. Requests are answered without one too, so
 * this makes nobody unready.
 */
@Readiness
@ApplicationScoped
class HeadHealth implements HealthCheck {

  private final SigningKey key;

  HeadHealth(SigningKey key) {
    this.key = key;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ledger-heads")
        .up()
        .withData("signedBy", key.pair().map(SigningKey.Pair::id).orElse("nobody"))
        .build();
  }
}
