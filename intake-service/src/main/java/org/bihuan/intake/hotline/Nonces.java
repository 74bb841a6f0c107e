package org.bihuan.intake.hotline;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.kit.refusal.Conflict;

/** The table {@code hotline_nonce}: what hotlines have used up, so that no call counts twice. */
@ApplicationScoped
class Nonces {

  /**
   * A call signed five minutes ahead of our clock can be sent again for ten minutes; a nonce is
   * kept for longer than that.
   */
  private static final Duration KEPT = Duration.ofMinutes(15);

  /** An expired one that was not swept yet counts as new. */
  private static final String USE =
      """
      insert into hotline_nonce as used (channel_code, nonce, expires_at)
      values (:channel, :nonce, :until)
      on conflict (channel_code, nonce) do update set expires_at = excluded.expires_at
      where used.expires_at < :now
      """;

  private final EntityManager database;
  private final Clock clock;

  Nonces(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Uses a nonce up, whatever becomes of the call.
   *
   * @throws Conflict {@code nonce-replayed} when the channel has used it already
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void use(String channelCode, String nonce) {
    Instant now = clock.instant();
    int used =
        database
            .createNativeQuery(USE)
            .setParameter("channel", channelCode)
            .setParameter("nonce", nonce)
            .setParameter("until", now.plus(KEPT))
            .setParameter("now", now)
            .executeUpdate();
    if (used == 0) {
      throw new Conflict("nonce-replayed");
    }
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void forgetExpired() {
    database
        .createNativeQuery("delete from hotline_nonce where expires_at < :now")
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
