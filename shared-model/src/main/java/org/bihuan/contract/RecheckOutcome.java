package org.bihuan.contract;

/**
 * What the inspector found at a re-check (回头看). Only {@link #PASSED} writes a problem off [brief].
 */
public enum RecheckOutcome {
  PASSED,
  NOT_RECTIFIED,
  PARTIAL,
  /** Fixed and come back (反弹). */
  RELAPSED,
  CANNOT_VERIFY
}
