package org.bihuan.inspection.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places by score. Equal scores share one, and the next one is as many places lower. */
final class RankPolicy {

  private RankPolicy() {}

  /** Those with a place in its order, then the others by code. */
  static List<AssessmentRow> order(List<AssessmentRow> rows) {
    List<AssessmentRow> ranked =
        rows.stream()
            .filter(AssessmentRow::ranked)
            .sorted(
                Comparator.comparing(AssessmentRow::score)
                    .reversed()
                    .thenComparing(AssessmentRow::code))
            .toList();
    List<AssessmentRow> ordered = new ArrayList<>();
    BigDecimal last = null;
    int place = 0;
    for (int i = 0; i < ranked.size(); i++) {
      BigDecimal score = ranked.get(i).score();
      place = last != null && last.compareTo(score) == 0 ? place : i + 1;
      last = score;
      ordered.add(ranked.get(i).at(place));
    }
    rows.stream()
        .filter(row -> !row.ranked())
        .sorted(Comparator.comparing(AssessmentRow::code))
        .forEach(ordered::add);
    return ordered;
  }
}
