package org.bihuan.inspection.assessment.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.inspection.assessment.formula.Formula;
import org.bihuan.inspection.assessment.formula.Weights;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/**
 * Makes scores of counts, after a formula and what the whole district was like in the month.
 *
 * <p>The adjusted score asks how a unit did with what it was given. Indirect standardisation
 * (Breslow and Day, Statistical Methods in Cancer Research II, IARC 1987, chapter 2): expected are
 * as many on-time items as there would be if each category and class of limit went as in the whole
 * district; the on-time share of the district times actual by expected takes the place of the
 * unit's own.
 */
public final class ScorePolicy {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Formula formula;
  private final Map<String, Long> due = new HashMap<>();
  private final Map<String, Long> onTime = new HashMap<>();

  /**
   * Scores by {@code formula}.
   *
   * @param district everyone in the district
   */
  public ScorePolicy(Formula formula, Collection<Counts> district) {
    this.formula = formula;
    for (Counts counts : district) {
      counts.dueByMix().forEach((mix, number) -> due.merge(mix, number, Long::sum));
      counts.onTimeByMix().forEach((mix, number) -> onTime.merge(mix, number, Long::sum));
    }
  }

  /** The score, to a hundredth; {@code null} of nothing. It can be below 0. */
  public BigDecimal score(Counts own) {
    return score(own, own.share(FigureKind.ON_TIME_RATE));
  }

  /** The score that is adjusted for how hard the items were; {@code null} where it cannot be. */
  public BigDecimal adjusted(Counts own) {
    BigDecimal expected = expectedOnTime(own);
    if (own.due() == 0 || expected.signum() == 0) {
      return null;
    }
    BigDecimal share =
        BigDecimal.valueOf(sum(onTime))
            .multiply(BigDecimal.valueOf(own.numerator(FigureKind.ON_TIME_RATE)))
            .divide(
                BigDecimal.valueOf(sum(due)).multiply(expected),
                Counts.DIGITS,
                RoundingMode.HALF_UP);
    return score(own, share.min(BigDecimal.ONE));
  }

  /** How many of its items would have been on time if each went as in the whole district. */
  BigDecimal expectedOnTime(Counts own) {
    return own.dueByMix().entrySet().stream()
        .map(
            mix ->
                BigDecimal.valueOf(mix.getValue() * onTime.getOrDefault(mix.getKey(), 0L))
                    .divide(
                        BigDecimal.valueOf(due.getOrDefault(mix.getKey(), 1L)),
                        Counts.DIGITS,
                        RoundingMode.HALF_UP))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Points that are taken off. */
  public BigDecimal deducted(Counts own) {
    BigDecimal points = BigDecimal.ZERO;
    for (DeductionKind kind : DeductionKind.values()) {
      for (boolean doubled : new boolean[] {true, false}) {
        BigDecimal often = BigDecimal.valueOf(own.deductions(kind, doubled));
        points = points.add(formula.pointsFor(kind, doubled).multiply(often));
      }
    }
    return points.setScale(2, RoundingMode.HALF_UP);
  }

  /** Whether there were enough items for a place in the ranking. */
  public boolean isRanked(Counts own) {
    return own.due() >= formula.fewestDue();
  }

  /** Shares of nothing are left out, and the weights of the others count for the whole. */
  private BigDecimal score(Counts own, BigDecimal onTimeShare) {
    if (onTimeShare == null) {
      return null;
    }
    Weights weights = formula.weights();
    Weighing weighing = new Weighing();
    weighing.add(weights.onTime(), onTimeShare);
    weighing.add(weights.close(), own.share(FigureKind.CLOSE_RATE));
    weighing.add(weights.firstPass(), own.share(FigureKind.FIRST_PASS_RATE));
    weighing.add(weights.replyQuality(), own.share(FigureKind.REPLY_QUALITY));
    return weighing
        .mean()
        .multiply(HUNDRED)
        .subtract(deducted(own))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** A weighted mean of what there is. */
  private static final class Weighing {
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal weights = BigDecimal.ZERO;

    void add(BigDecimal weight, BigDecimal share) {
      if (share != null) {
        sum = sum.add(weight.multiply(share));
        weights = weights.add(weight);
      }
    }

    BigDecimal mean() {
      return weights.signum() == 0
          ? BigDecimal.ZERO
          : sum.divide(weights, Counts.DIGITS, RoundingMode.HALF_UP);
    }
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}
