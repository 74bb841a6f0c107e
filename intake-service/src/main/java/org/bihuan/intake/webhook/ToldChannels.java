package org.bihuan.intake.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Which channels are told anything, kept in memory so that a registration by any other channel asks
 * the database nothing. Each replica looks every second; the one that changes a webhook looks at
 * once. As long as nobody knows, every channel counts as told.
 */
@ApplicationScoped
public class ToldChannels {

  private static final Logger LOG = Logger.getLogger(ToldChannels.class);

  private final Webhooks webhooks;

  /** {@code null} while nobody knows. */
  private volatile Set<String> told;

  ToldChannels(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** One look at a time: the one that began last knows most. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void look() {
    try {
      told = QuarkusTransaction.requiringNew().call(webhooks::toldChannels);
    } catch (RuntimeException e) {
      told = null;
      LOG.debugf("Nobody knows which channels are told: %s", e.getMessage());
    }
  }

  /** Whether any channel is told, as far as known. */
  public boolean areAny() {
    Set<String> known = told;
    return known == null || !known.isEmpty();
  }

  /** Whether this channel is told, as far as known. */
  public boolean contains(String channelCode) {
    Set<String> known = told;
    return known == null || known.contains(channelCode);
  }
}
