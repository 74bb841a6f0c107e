package org.bihuan.inspection.coverage.unseen;

/**
 * How many problems there are in all, from two sources that each see some of them.
 *
 * <p>The estimate is Chapman's [public: D. G. Chapman, Some properties of the hypergeometric
 * distribution with applications to zoological sample censuses, 1951], the interval of 95 % the
 * transformed logit one with 0.5 added to each cell [public: M. Sadinle, Transformed logit
 * confidence intervals for small populations in single capture-recapture estimation, 2009]. It is
 * widened to the estimate where that lies below it, as it can when one source saw a handful that
 * the other one saw too, and never reaches below what is known.
 *
 * <p>Both hold for sources that are independent, and problems that are alike to each. Where one
 * source leads to the other (inspections that go where complaints come from), there is more in
 * both, and too few are estimated.
 *
 * @param known how many one source or the other saw
 * @param estimate how many there are
 * @param low lower bound of the interval
 * @param high upper bound of it
 */
record DualSystemEstimate(long known, double estimate, double low, double high) {

  /** 97.5 % quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.959963984540054;

  /**
   * The estimate from what both sources saw.
   *
   * @param first how many the first one saw, 1 or more
   * @param second how many the second one saw, 1 or more
   * @param both how many of these are the same, from 0 to the smaller of the two
   */
  static DualSystemEstimate of(long first, long second, long both) {
    if (first < 1 || second < 1 || both < 0 || both > Math.min(first, second)) {
      throw new IllegalArgumentException(first + ", " + second + ", " + both);
    }
    long known = first + second - both;
    double estimate = (first + 1.0) * (second + 1.0) / (both + 1.0) - 1;
    double together = both + 0.5;
    double onlyFirst = first - both + 0.5;
    double onlySecond = second - both + 0.5;
    double unseen = onlyFirst * onlySecond / together;
    double deviation =
        Math.sqrt(
            1 / together + 1 / onlyFirst + 1 / onlySecond + together / (onlyFirst * onlySecond));
    double factor = Math.exp(QUANTILE * deviation);
    double seen = known - 0.5;
    double low = Math.min(estimate, Math.max(known, seen + unseen / factor));
    return new DualSystemEstimate(known, estimate, low, seen + unseen * factor);
  }
}
