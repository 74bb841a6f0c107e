package org.bihuan.dispatch.notification.message;

import java.util.UUID;
import org.bihuan.kit.delivery.Outcome;

/**
 * The district's way to send text messages. A bean of this type takes the place of the stand-in
 * that ships, which only records.
 */
public interface SmsGateway {

  /**
   * Sends a text, once for each id.
   *
   * @param id by which the gateway knows a repetition
   * @param phone as the register of units has it
   */
  Outcome send(UUID id, String phone, String text);
}
