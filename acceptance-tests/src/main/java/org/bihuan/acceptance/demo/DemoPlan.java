package org.bihuan.acceptance.demo;

import java.util.List;
import java.util.Map;

/**
 * Everything that the demonstration sends, before anything is sent. The same seed, size and areas
 * give the same plan.
 *
 * @param byRule complaints that rules file and give to a unit
 * @param onDesk complaints that stay with the special team's desk or are decided there
 * @param unassigned complaints that the desk files and no rule gives to a unit
 * @param points the target list of the campaign
 * @param cadres how many cadres are posted to sub-districts
 * @param meetings how many meetings beside those about complex items
 * @param inspections how many inspections and field studies
 */
record DemoPlan(
    List<PlannedOrder> orders,
    List<PlannedComplaint> byRule,
    List<PlannedComplaint> onDesk,
    List<PlannedComplaint> unassigned,
    List<PlannedPoint> points,
    int cadres,
    int meetings,
    int inspections) {

  /** What the district's own account counts; a smaller run is a part of it. */
  static final int ITEMS = 1500;

  static final int ORDERS = 104;
  static final int POINTS = 187;
  static final int CADRES = 995;

  /** By whom something is found, and how the order names it. */
  static final Map<String, String> BASES =
      Map.of(
          "CITIZEN", "群众诉求集中反映",
          "MEDIA_EXPOSURE", "媒体曝光问题",
          "CITY_COVERT_CHECK", "市暗访发现问题",
          "CITY_MEETING", "市级会议交办问题",
          "WEEKLY_KEY_TASK", "重点工作任务每周完成情况",
          "LEADER_ON_SITE", "区领导一线督查发现问题",
          "SPECIAL_TEAM", "专班面上督查发现问题");

  List<PlannedItem> items() {
    return orders.stream().flatMap(order -> order.items().stream()).toList();
  }
}
