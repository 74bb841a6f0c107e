package org.bihuan.dispatch.meeting;

/** How far a meeting has come. */
public enum MeetingStatus {
  PLANNED,
  HELD,
  CANCELLED
}
