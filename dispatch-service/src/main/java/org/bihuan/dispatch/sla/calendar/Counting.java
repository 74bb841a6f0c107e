package org.bihuan.dispatch.sla.calendar;

/** Which time counts toward a limit. */
public enum Counting {
  /** Every second, day and night (紧急工作时); so are the 48 and 72 hours [brief]. */
  NATURAL_HOURS,
  /** Office hours of working days (工作时). */
  WORKING_HOURS,
  /** Working days from midnight to midnight, twenty-four hours each (工作日). */
  WORKING_DAYS
}
