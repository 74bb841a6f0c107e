package org.bihuan.kit.http;

import io.netty.channel.Channel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The door closes before the house is left: a stop first says so to proxies (readiness) and to
 * clients ({@code Connection: close}) while it still answers; then nobody new is let in, and who is
 * in gets an answer. The framework does the first and the last; without the step between, clients
 * that come back at once keep arriving until they find everything gone.
 */
@ApplicationScoped
class LastConnections {

  /** For those who were let in at the last moment and have not said yet what they want. */
  private static final Duration TO_SAY_IT = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Duration delay;
  private volatile Channel door;

  LastConnections(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
    this.vertx = vertx;
    this.delay = delay;
  }

  /**
   * Remembers through which door a connection came; there is one. The server itself can only close
   * door and connections together, so the door is taken from what it let in.
   */
  void cameIn(HttpConnection connection) {
    if (door == null && connection instanceof ConnectionBase known) {
      door = known.channel().parent();
    }
  }

  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    vertx.setTimer(Math.max(1, delay.minus(TO_SAY_IT).toMillis()), now -> close());
  }

  private void close() {
    if (door != null) {
      door.close();
    }
  }
}
