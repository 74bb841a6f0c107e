package org.bihuan.contract;

/** The special team's word on what a unit asks for: to take an item back, or to give more time. */
public enum RequestDecision {
  ACCEPTED,
  REFUSED
}
