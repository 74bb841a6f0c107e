package org.bihuan.dispatch.notification.message;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.Outcome;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** What the stand-ins have recorded. */
@ApplicationScoped
@Transactional
public class RecordedMessages implements PanacheRepositoryBase<RecordedMessage, UUID> {

  private static final Keyset<RecordedMessage> PAGES =
      new Keyset<>(RecordedMessage.class, RecordedMessage::id);

  private final Clock clock;

  RecordedMessages(Clock clock) {
    this.clock = clock;
  }

  /** Once for each delivery, as a gateway would send it. */
  Outcome record(UUID deliveryId, Channel channel, String address, String text) {
    if (count("deliveryId", deliveryId) == 0) {
      persist(RecordedMessage.of(deliveryId, channel, address, text, clock.instant()));
    }
    return Outcome.of(Outcome.Result.DELIVERED);
  }

  Page<RecordedMessage> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
