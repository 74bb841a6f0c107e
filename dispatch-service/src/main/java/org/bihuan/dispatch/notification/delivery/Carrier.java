package org.bihuan.dispatch.notification.delivery;

import java.util.Set;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.Outcome;

/** Takes messages to their addresses on some of the channels. */
public interface Carrier {

  Set<Channel> channels();

  /**
   * Makes one attempt, outside a transaction. The same delivery can come again when nobody wrote
   * down what came of it, so the receiver is told its id.
   */
  Outcome carry(Delivery delivery);

  /**
   * Where nothing is sent for now, as {@link Delivery} names targets; what waits for it goes on
   * waiting.
   */
  default Set<String> passedOver() {
    return Set.of();
  }
}
