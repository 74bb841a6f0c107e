package org.bihuan.dispatch.district;

import org.bihuan.contract.SourceKind;

/** What sources of problems are called, on papers and in reasons. */
public final class SourceNames {

  private SourceNames() {}

  /** Its name, e.g. 媒体曝光. */
  public static String of(SourceKind kind) {
    return switch (kind) {
      case CITIZEN -> "群众诉求";
      case MEDIA_EXPOSURE -> "媒体曝光";
      case CITY_COVERT_CHECK -> "市暗访";
      case CITY_MEETING -> "市级会议";
      case WEEKLY_KEY_TASK -> "重点任务";
      case LEADER_ON_SITE -> "领导现场督查";
      case SPECIAL_TEAM -> "专班发现";
      case INSPECTION_FINDING -> "督查发现";
      case RELAPSE -> "整改反弹";
    };
  }
}
