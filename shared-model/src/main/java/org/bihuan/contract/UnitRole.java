package org.bihuan.contract;

/** What a unit has to do with an item. */
public enum UnitRole {
  /** 牵头单位: answers for the whole item. */
  LEAD,
  /** 配合单位: does its share and replies for it. */
  JOINT,
  /**
   * 外部单位, such as an operator: the district does not direct it, and it has no login. The lead unit
   * replies for it.
   */
  EXTERNAL
}
