package org.bihuan.contract;

/**
 * Kind of time limit an item carries (问题性质). How long each class is, is data: see the SLA policies
 * of dispatch-service.
 */
public enum DeadlineClass {
  /** 一般问题: 48 h by default [brief]. */
  GENERAL,
  /** 设施建设类: 72 h by default [brief]. */
  FACILITY,
  /** Limit set by a one-item plan (一事一策), never by the hour. */
  PLANNED,
  /** Danger to life or limb: 2 h by default. */
  EMERGENCY
}
