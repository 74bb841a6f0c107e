package org.bihuan.inspection.coverage.unseen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.paging.Figure;

/**
 * Problems first told of within a time, by who told of them; each figure with its list.
 *
 * @param known all of them
 * @param complained those that residents complained of
 * @param found those that an inspection found
 * @param both those that both told of
 * @param foundFirst share of those that were found before anybody complained
 */
record SourceCounts(Figure known, Figure complained, Figure found, Figure both, Figure foundFirst) {

  /** Made of the counts of all, complained of, found, both and found first. */
  static SourceCounts of(Instant from, Instant to, List<Long> counts) {
    String list = "/api/v1/coverage/problems?from=%s&to=%s".formatted(from, to);
    return new SourceCounts(
        Figure.count(counts.get(0), list),
        Figure.count(counts.get(1), list + "&complained=true"),
        Figure.count(counts.get(2), list + "&found=true"),
        Figure.count(counts.get(3), list + "&complained=true&found=true"),
        Figure.share(counts.get(4), counts.get(0), list + "&foundFirst=true"));
  }

  /** Nothing while one of the sources knows none: then it says nothing about the other one. */
  Optional<DualSystemEstimate> estimate() {
    long first = complained.value().longValueExact();
    long second = found.value().longValueExact();
    return first == 0 || second == 0
        ? Optional.empty()
        : Optional.of(DualSystemEstimate.of(first, second, both.value().longValueExact()));
  }
}
