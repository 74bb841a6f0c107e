package org.bihuan.acceptance.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Complaints as a hotline sends them: 300 Chinese characters, category, place, reporter and the
 * hotline's own number. Eight texts take turns, since an index of words would notice if there were
 * one.
 */
final class SampleComplaints {

  /** Length of a complaint's text in characters. */
  static final int LENGTH = 300;

  private static final String[] PLACES = {
    "示例路十二号楼", "样板巷三号院", "台地社区东门", "小鱼山北坡", "贮水池旁步道", "老菜市场后街", "实验小学西侧", "码头仓库旁",
    "电影院前广场", "医院家属院", "文化宫停车场", "铁路桥洞下", "海滨公园南口", "旧粮站宿舍", "纺织厂大院", "邮局对面路口"
  };

  static final String[] TROUBLES = {
    "楼顶防水层开裂，雨天屋内滴水成线，墙皮大片脱落，老人夜里不敢睡",
    "路面井盖松动下沉，车辆经过声响很大，已有骑车人摔倒受伤",
    "生活垃圾多日无人清运，污水横流，气味难闻，招来许多苍蝇",
    "路灯整排熄灭已逾半月，放学的孩子只能摸黑回家，居民十分担忧",
    "违章搭建堵住消防通道，杂物越堆越高，一旦起火后果不堪设想",
    "下水管道反复堵塞外溢，一楼住户家中进水，地板全部泡坏",
    "公共厕所门锁损坏，洗手池没有水，保洁人员很久没有出现",
    "行道树枯枝悬在半空，大风时噼啪作响，随时可能砸到行人",
    "夜间施工噪声持续到凌晨，窗户关紧仍然无法入睡，影响次日上班",
    "健身器材螺丝脱落，踏板断裂，孩子玩耍时险些被夹伤手指",
    "外墙瓷砖空鼓坠落，砸坏两辆停在楼下的汽车，物业只拉了警戒线",
    "电动车在楼道内飞线充电，线路发热冒烟，多次劝阻没有效果"
  };

  private static final String[] WISHES = {
    "，请尽快派人到现场查看并给出处理时限。", "，此前反映过两次仍未解决，盼望有人负责到底。", "，希望主管单位明确责任并公开整改进度。", "，恳请核实情况后电话回复，谢谢工作人员。"
  };

  /** The texts that take turns. */
  static final List<String> TEXTS = texts(8);

  private final AtomicLong number = new AtomicLong();
  private final String run;
  private final int length;

  /**
   * @param run tells the complaints of this run from all others
   */
  SampleComplaints(String run) {
    this(run, LENGTH);
  }

  /**
   * @param length of the texts in characters, at most {@link #LENGTH}
   */
  SampleComplaints(String run, int length) {
    this.run = run;
    this.length = length;
  }

  /**
   * One complaint.
   *
   * @param sourceRef the hotline's number of it, also fit as an idempotency key
   */
  record Sample(String sourceRef, String text, String json) {}

  Sample next() {
    return next("ROOF_LEAK");
  }

  /** One of another category. */
  Sample next(String categoryCode) {
    return next(categoryCode, "370203021");
  }

  /** One of another category and from another sub-district. */
  Sample next(String categoryCode, String subdistrictCode) {
    long mine = number.getAndIncrement();
    String sourceRef = run + "-" + mine;
    String text = TEXTS.get((int) (mine % TEXTS.size())).substring(0, length);
    return new Sample(
        sourceRef,
        text,
        "{\"channel\":\"HOTLINE_12319\",\"sourceRef\":\""
            + sourceRef
            + "\",\"text\":\""
            + text
            + "\",\"categoryCode\":\""
            + categoryCode
            + "\",\"location\":{\"address\":\"示例路 12 号 3 单元 "
            + sourceRef
            + "\","
            + "\"subdistrictCode\":\""
            + subdistrictCode
            + "\",\"longitude\":120.3551,\"latitude\":36.0852,"
            + "\"crs\":\"WGS84\"},\"reporter\":{\"name\":\"欧阳示例\",\"phone\":\"19900000123\"}}");
  }

  private static List<String> texts(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; words.length() < count * LENGTH; i++) {
      words
          .append(PLACES[i % PLACES.length])
          .append(TROUBLES[i * 5 % TROUBLES.length])
          .append(WISHES[i % WISHES.length]);
    }
    return IntStream.range(0, count)
        .mapToObj(i -> words.substring(i * LENGTH, (i + 1) * LENGTH))
        .toList();
  }
}
