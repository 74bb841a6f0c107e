package org.bihuan.dispatch.difficulty.meeting;

/** How far a meeting has come. */
public enum MeetingStatus {
  PLANNED,
  HELD,
  CANCELLED
}
