package org.bihuan.dispatch.reply;

/** What an outcome is counted in [brief: metres of cable, building yards, lanes, markets]. */
public enum MeasureUnit {
  METRE,
  SQUARE_METRE,
  /** 楼院, 个. */
  COUNT_BUILDING_YARD,
  /** 背街小巷, 条. */
  COUNT_LANE,
  /** 市场, 个. */
  COUNT_MARKET,
  /** 处. */
  PLACE,
  CNY
}
