package org.bihuan.inspection.assessment.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/** What was counted of one unit or sub-district in a month. */
public final class Counts {

  /** Digits of a share within a score. */
  static final int DIGITS = 10;

  /** A share as it is counted up. */
  private static final class Share {
    private long numerator;
    private long denominator;
  }

  private final Map<FigureKind, Share> shares = new EnumMap<>(FigureKind.class);
  private final Map<String, Share> onTimeByMix = new HashMap<>();
  private final Map<DeductionKind, Share> deductions = new EnumMap<>(DeductionKind.class);

  /** Counts {@code numerator} of {@code denominator} items of a category and class. */
  public void add(FigureKind kind, String mix, long numerator, long denominator) {
    add(shares.computeIfAbsent(kind, any -> new Share()), numerator, denominator);
    if (kind == FigureKind.ON_TIME_RATE) {
      add(onTimeByMix.computeIfAbsent(mix, any -> new Share()), numerator, denominator);
    }
  }

  /** Counts deductions, {@code doubled} of {@code all} of them doubled. */
  public void add(DeductionKind kind, long doubled, long all) {
    add(deductions.computeIfAbsent(kind, any -> new Share()), doubled, all);
  }

  private static void add(Share share, long numerator, long denominator) {
    share.numerator += numerator;
    share.denominator += denominator;
  }

  public long numerator(FigureKind kind) {
    return shares.containsKey(kind) ? shares.get(kind).numerator : 0;
  }

  public long denominator(FigureKind kind) {
    return shares.containsKey(kind) ? shares.get(kind).denominator : 0;
  }

  /** Items due in the month. */
  public long due() {
    return denominator(FigureKind.CLOSE_RATE);
  }

  /** How often points were taken off for {@code kind} once, or doubled. */
  public long deductions(DeductionKind kind, boolean doubled) {
    Share share = deductions.get(kind);
    if (share == null) {
      return 0;
    }
    return doubled ? share.numerator : share.denominator - share.numerator;
  }

  /** How often points were taken off. */
  public long deductions() {
    return deductions.values().stream().mapToLong(share -> share.denominator).sum();
  }

  /** The share, 0 to 1; {@code null} of nothing. */
  BigDecimal share(FigureKind kind) {
    return denominator(kind) == 0
        ? null
        : BigDecimal.valueOf(numerator(kind))
            .divide(BigDecimal.valueOf(denominator(kind)), DIGITS, RoundingMode.HALF_UP);
  }

  /** Items due by category and class. */
  Map<String, Long> dueByMix() {
    Map<String, Long> due = new HashMap<>();
    onTimeByMix.forEach((mix, share) -> due.put(mix, share.denominator));
    return due;
  }

  /** Those of them on time. */
  Map<String, Long> onTimeByMix() {
    Map<String, Long> onTime = new HashMap<>();
    onTimeByMix.forEach((mix, share) -> onTime.put(mix, share.numerator));
    return onTime;
  }
}
