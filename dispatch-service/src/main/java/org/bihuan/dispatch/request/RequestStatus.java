package org.bihuan.dispatch.request;

import org.bihuan.contract.RequestDecision;

/** How far a unit's request has come. */
public enum RequestStatus {
  OPEN,
  ACCEPTED,
  REFUSED,
  /** Taken back by the unit, or lapsed because the limit it was about is over. */
  WITHDRAWN;

  static RequestStatus of(RequestDecision decision) {
    return decision == RequestDecision.ACCEPTED ? ACCEPTED : REFUSED;
  }
}
