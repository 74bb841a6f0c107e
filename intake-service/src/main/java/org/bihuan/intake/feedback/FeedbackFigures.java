package org.bihuan.intake.feedback;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Figure;

/**
 * What reporters said in a period, in figures (解决率, 满意率), each with the list behind it.
 *
 * @param answered how many have said something
 * @param resolveRate share of those who say that it is solved
 * @param satisfyRate share of those with 3 to 5: satisfied on the whole, satisfied, very satisfied
 */
public record FeedbackFigures(
    @NotNull Figure answered, @NotNull Figure resolveRate, @NotNull Figure satisfyRate) {

  private static final String LIST = "/api/v1/feedback";

  /** What is counted, in the order of {@link #of}: all, those solved, those satisfied. */
  static List<Criteria> parts(Criteria all) {
    return List.of(
        all.part(),
        all.part().equal("resolved", true),
        all.part().where("e.satisfaction >= %s", FeedbackPolicy.SATISFIED_FROM));
  }

  /**
   * The figures of what was counted.
   *
   * @param from first moment, or {@code null}
   * @param to the moment after the last, or {@code null}
   */
  static FeedbackFigures of(List<Long> counted, Instant from, Instant to) {
    String period = bound("from", from) + bound("to", to);
    String satisfied =
        IntStream.rangeClosed(FeedbackPolicy.SATISFIED_FROM, FeedbackPolicy.BEST)
            .mapToObj(mark -> "&satisfaction=" + mark)
            .collect(Collectors.joining());
    long answered = counted.get(0);
    return new FeedbackFigures(
        Figure.count(answered, list(period)),
        Figure.share(counted.get(1), answered, list(period + "&resolved=true")),
        Figure.share(counted.get(2), answered, list(period + satisfied)));
  }

  private static String bound(String name, Instant moment) {
    return moment == null ? "" : "&" + name + "=" + moment;
  }

  private static String list(String query) {
    return query.isEmpty() ? LIST : LIST + "?" + query.substring(1);
  }
}
