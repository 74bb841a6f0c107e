package org.bihuan.dispatch.difficulty.meeting;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/**
 * What can be done to a meeting. Line leaders do it to the weekly meetings of their own lines
 * alone; see {@link MeetingAccess}.
 */
public enum MeetingAction implements Action {
  /** It took place; who attended is recorded. */
  HOLD,
  CANCEL,
  /** 会议纪要, once. */
  RECORD_MINUTES,
  DECIDE;

  private static final Set<String> CONVENING = Set.of(Role.SPECIAL_TEAM, Role.LINE_LEADER);

  @Override
  public Set<String> roles() {
    return CONVENING;
  }
}
