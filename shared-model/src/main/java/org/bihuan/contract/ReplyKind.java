package org.bihuan.contract;

/** Kind of a unit's reply (回复单). */
public enum ReplyKind {
  /** 阶段性: progress so far; the item stays where it is. */
  INTERIM,
  /** 最终: the unit says it is done; asks for review. */
  FINAL
}
