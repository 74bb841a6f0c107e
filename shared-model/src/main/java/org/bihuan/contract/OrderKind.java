package org.bihuan.contract;

/** What form a supervision order (督办单) has. */
public enum OrderKind {
  /** Made by rule, or by assigning one item by hand. */
  ROUTINE,
  /** 专项督办单: made by the special team. */
  SPECIAL,
  /** 督查专报 used as an order [brief]. */
  BULLETIN
}
