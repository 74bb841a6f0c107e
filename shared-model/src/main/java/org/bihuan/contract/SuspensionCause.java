package org.bihuan.contract;

/** Why nothing can be done about an item for a while, so that its clock stands (挂账原因). */
public enum SuspensionCause {
  /** 待资金到位. */
  AWAITING_FUNDS,
  /** 待外部单位配合: a party that the district does not direct, such as an operator. */
  AWAITING_OUTSIDE_PARTY,
  /** 诉讼或仲裁期间. */
  LITIGATION,
  /** 天气原因. */
  WEATHER,
  /** 已列入拆迁或改造. */
  DEMOLITION_OR_REBUILDING,
  /** 其他经批准的原因; the reason names it. */
  OTHER_APPROVED
}
