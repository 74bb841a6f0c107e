package org.bihuan.inspection.card;

/** How grave the counted facts are [public]. */
public enum CardKind {
  /** 黄牌. */
  YELLOW,
  /** 红牌. */
  RED
}
