package org.bihuan.inspection.sampling;

import java.util.List;

/**
 * How strictly the next lot of a unit and class is looked at, by the lots before it: the switching
 * rules of ISO 2859-1, 9.3, with ten accepted lots in place of the switching score. Instead of
 * discontinuing inspection (9.4) everything is visited.
 */
public enum SamplingMode {
  /** As stated. */
  NORMAL,
  /** Two of five lots in a row failed: half the risk. */
  TIGHTENED,
  /** Ten lots in a row passed: two fifths of the size, as far as the risk allows. */
  REDUCED,
  /**
   * Five lots failed while tightened: no lot until the special team says why there is one again,
   * tightened.
   */
  SUSPENDED;

  private static final int WINDOW = 5;
  private static final int FAILED_TO_TIGHTEN = 2;
  private static final int PASSED_TO_RELAX = 5;
  private static final int PASSED_TO_REDUCE = 10;
  private static final int FAILED_TO_SUSPEND = 5;

  /**
   * The mode after these lots, all of one unit and class.
   *
   * @param accepted whether each was accepted, in the order in which they were decided
   */
  static SamplingMode after(List<Boolean> accepted) {
    SamplingMode mode = NORMAL;
    int since = 0;
    for (int i = 0; i < accepted.size(); i++) {
      if (mode == SUSPENDED) {
        mode = TIGHTENED;
        since = i;
      }
      SamplingMode next = mode.next(accepted.subList(since, i + 1));
      if (next != mode) {
        mode = next;
        since = i + 1;
      }
    }
    return mode;
  }

  /**
   * The mode after the newest of {@code lots}.
   *
   * @param lots those decided since this mode began, the newest last
   */
  private SamplingMode next(List<Boolean> lots) {
    boolean passed = lots.get(lots.size() - 1);
    return switch (this) {
      case NORMAL -> {
        if (failed(last(lots, WINDOW)) >= FAILED_TO_TIGHTEN) {
          yield TIGHTENED;
        }
        yield passedInARow(lots) >= PASSED_TO_REDUCE ? REDUCED : NORMAL;
      }
      case TIGHTENED -> {
        if (failed(lots) >= FAILED_TO_SUSPEND) {
          yield SUSPENDED;
        }
        yield passedInARow(lots) >= PASSED_TO_RELAX ? NORMAL : TIGHTENED;
      }
      case REDUCED -> passed ? REDUCED : NORMAL;
      case SUSPENDED -> SUSPENDED;
    };
  }

  private static List<Boolean> last(List<Boolean> lots, int most) {
    return lots.subList(Math.max(0, lots.size() - most), lots.size());
  }

  private static long failed(List<Boolean> lots) {
    return lots.stream().filter(accepted -> !accepted).count();
  }

  private static int passedInARow(List<Boolean> lots) {
    int row = 0;
    for (int i = lots.size() - 1; i >= 0 && lots.get(i); i--) {
      row++;
    }
    return row;
  }
}
