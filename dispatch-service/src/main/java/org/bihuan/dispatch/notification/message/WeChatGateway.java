package org.bihuan.dispatch.notification.message;

import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.kit.delivery.Outcome;

/**
 * The district's way into WeCom (企业微信). A bean of this type takes the place of the stand-in that
 * ships, which only records.
 */
public interface WeChatGateway {

  /**
   * Sends a text to all who are the recipient, once for each id.
   *
   * @param id by which the gateway knows a repetition
   * @param recipient role and unit or work line, which the gateway turns into a group of its own
   */
  Outcome send(UUID id, Recipient recipient, String text);
}
