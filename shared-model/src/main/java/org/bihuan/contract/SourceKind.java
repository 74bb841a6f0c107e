package org.bihuan.contract;

/**
 * Who found the problem (来源); kept apart from the channel it came by, since an exposure may also be
 * phoned in.
 */
public enum SourceKind {
  CITIZEN,
  MEDIA_EXPOSURE,
  CITY_COVERT_CHECK,
  CITY_MEETING,
  WEEKLY_KEY_TASK,
  LEADER_ON_SITE,
  SPECIAL_TEAM,
  INSPECTION_FINDING,
  RELAPSE
}
