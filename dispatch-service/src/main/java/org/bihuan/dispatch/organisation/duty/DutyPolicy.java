package org.bihuan.dispatch.organisation.duty;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.dispatch.organisation.span.Span;

/** Which duties exclude each other on the same day; the database says the same. */
final class DutyPolicy {

  /** The leading group has two heads [brief]. */
  private static final List<Integer> SEATS = List.of(1, 2);

  private DutyPolicy() {}

  /** The first of {@code others} that a new duty would stand against. */
  static Optional<Duty> against(Duty wanted, Collection<Duty> others) {
    return others.stream()
        .filter(other -> other.kind() == wanted.kind() && other.span().overlaps(wanted.span()))
        .filter(other -> exclude(wanted, other))
        .findFirst();
  }

  private static boolean exclude(Duty one, Duty other) {
    boolean sameLeader = Objects.equals(one.leaderCode(), other.leaderCode());
    return switch (one.kind()) {
      case CO_HEAD -> sameLeader;
      case LINE -> sameLeader && one.lineCode().equals(other.lineCode());
      case FRONTLINE_GROUP -> one.groupCode().equals(other.groupCode());
      case AREA ->
          one.subdistrictCode().equals(other.subdistrictCode())
              && (one.bodyCode() == null) == (other.bodyCode() == null);
    };
  }

  /** A seat at the head of the leading group that is free for all of a span. */
  static Optional<Integer> freeSeat(Span span, Collection<Duty> heads) {
    return SEATS.stream()
        .filter(seat -> taken(span, heads).noneMatch(head -> head.seat().equals(seat)))
        .findFirst();
  }

  private static Stream<Duty> taken(Span span, Collection<Duty> heads) {
    return heads.stream().filter(head -> head.span().overlaps(span));
  }
}
