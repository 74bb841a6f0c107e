package org.bihuan.dispatch.difficulty.meeting;

import static org.bihuan.dispatch.difficulty.meeting.MeetingAction.CANCEL;
import static org.bihuan.dispatch.difficulty.meeting.MeetingAction.DECIDE;
import static org.bihuan.dispatch.difficulty.meeting.MeetingAction.HOLD;
import static org.bihuan.dispatch.difficulty.meeting.MeetingAction.RECORD_MINUTES;
import static org.bihuan.dispatch.difficulty.meeting.MeetingStatus.CANCELLED;
import static org.bihuan.dispatch.difficulty.meeting.MeetingStatus.HELD;
import static org.bihuan.dispatch.difficulty.meeting.MeetingStatus.PLANNED;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of a meeting. */
final class MeetingLifecycle {

  static final TransitionTable<MeetingStatus, MeetingAction> TABLE =
      TransitionTable.<MeetingStatus, MeetingAction>of(MeetingStatus.class)
          .step(PLANNED, HOLD, HELD)
          .step(PLANNED, CANCEL, CANCELLED)
          .step(HELD, DECIDE, HELD)
          .step(HELD, RECORD_MINUTES, HELD)
          .build();

  private MeetingLifecycle() {}
}
