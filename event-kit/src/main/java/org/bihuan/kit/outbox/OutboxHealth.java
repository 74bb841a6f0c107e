package org.bihuan.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how much waits for the broker. A backlog makes nobody unready: the outbox is there to hold
 * it.
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

  private final OutboxTable table;
  private final OutboxRelay relay;

  OutboxHealth(OutboxTable table, OutboxRelay relay) {
    this.table = table;
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      OutboxTable.Backlog backlog = table.backlog();
      return HealthCheckResponse.named("outbox")
          .up()
          .withData("depth", backlog.depth())
          .withData("oldestSeconds", Math.round(backlog.oldestSeconds()))
          .withData("publishing", relay.state())
          .build();
    } catch (SQLException e) {
      return HealthCheckResponse.named("outbox").down().withData("cause", "database").build();
    }
  }
}
