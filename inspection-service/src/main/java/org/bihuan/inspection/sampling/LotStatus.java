package org.bihuan.inspection.sampling;

/** What has become of a lot. */
public enum LotStatus {
  /** Its sample is being visited. */
  OPEN,
  /** Few enough failed: the rest passed with it. */
  ACCEPTED,
  /** Too many failed: the rest is visited one by one. */
  REJECTED
}
