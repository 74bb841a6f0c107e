package org.bihuan.dispatch.meeting;

import static org.bihuan.dispatch.meeting.MeetingAction.CANCEL;
import static org.bihuan.dispatch.meeting.MeetingAction.DECIDE;
import static org.bihuan.dispatch.meeting.MeetingAction.HOLD;
import static org.bihuan.dispatch.meeting.MeetingAction.RECORD_MINUTES;
import static org.bihuan.dispatch.meeting.MeetingStatus.CANCELLED;
import static org.bihuan.dispatch.meeting.MeetingStatus.HELD;
import static org.bihuan.dispatch.meeting.MeetingStatus.PLANNED;

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
