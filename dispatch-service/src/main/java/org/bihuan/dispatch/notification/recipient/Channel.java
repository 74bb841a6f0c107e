package org.bihuan.dispatch.notification.recipient;

/** A way out of the system on which a message reaches its recipient. */
public enum Channel {
  /** A call to the address of another system, as the specification Standard Webhooks says. */
  WEBHOOK,
  /** A text message to the phone that is on duty at the recipient. */
  SMS,
  /** A message to the recipient's group in WeCom (企业微信). */
  WECHAT
}
