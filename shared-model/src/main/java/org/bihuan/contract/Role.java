package org.bihuan.contract;

import java.util.List;

/** Roles a caller can have; the identity provider names them in the token's {@code groups}. */
public final class Role {

  /** 渠道坐席: takes complaints in for a channel. */
  public static final String CHANNEL_CLERK = "CHANNEL_CLERK";

  /** 专班: the running office of the loop. */
  public static final String SPECIAL_TEAM = "SPECIAL_TEAM";

  /** 责任单位经办人: acknowledges and replies for the claim {@code unit}. */
  public static final String UNIT_HANDLER = "UNIT_HANDLER";

  /** 责任单位负责人: the same, and signs. */
  public static final String UNIT_LEADER = "UNIT_LEADER";

  /** 街道: sees and reports within the claim {@code subdistrict}. */
  public static final String SUBDISTRICT = "SUBDISTRICT";

  /** 督查人员: inspects and re-checks. */
  public static final String INSPECTOR = "INSPECTOR";

  /** 分管领导: in charge of the claim {@code line}. */
  public static final String LINE_LEADER = "LINE_LEADER";

  /** 主要领导: sees everything. */
  public static final String TOP_LEADER = "TOP_LEADER";

  /** 区委督查. */
  public static final String COMMITTEE_INSPECTOR = "COMMITTEE_INSPECTOR";

  /** 纪委. */
  public static final String DISCIPLINE = "DISCIPLINE";

  /** 考核人员. */
  public static final String ASSESSOR = "ASSESSOR";

  /** 管理员: reference data, keys, operations. */
  public static final String ADMIN = "ADMIN";

  private Role() {}

  /** Every role. */
  public static List<String> all() {
    return List.of(
        CHANNEL_CLERK,
        SPECIAL_TEAM,
        UNIT_HANDLER,
        UNIT_LEADER,
        SUBDISTRICT,
        INSPECTOR,
        LINE_LEADER,
        TOP_LEADER,
        COMMITTEE_INSPECTOR,
        DISCIPLINE,
        ASSESSOR,
        ADMIN);
  }
}
