package org.bihuan.contract;

/** What decided which unit has an item. */
public enum RoutingReasonKind {
  /** A routing rule for its category, place and source. */
  RULE,
  /** The ruling on an earlier, like case. */
  PRECEDENT,
  /** A ruling on this very item. */
  RULING,
  /** Nobody owns it, so the fallback unit (兜底单位) has it. */
  FALLBACK,
  /** Somebody of the special team. */
  BY_HAND
}
