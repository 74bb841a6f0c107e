package org.bihuan.kit.delivery;

/** How far a delivery has come. */
public enum DeliveryStatus {
  /** Its next attempt is due now or later. */
  WAITING,
  DELIVERED,
  /** Given up: attempts are used up, or another one could change nothing. */
  FAILED
}
