package org.bihuan.inspection.inspection.trip;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;

/**
 * The stops of an inspection in the order of the trip, counted from 1. Every verb refuses a number
 * that the route has not: 404 {@code stop-not-found}.
 */
public final class Route {

  private final List<Stop> stops;

  /** A view of {@code stops}, which its verbs change. */
  public Route(List<Stop> stops) {
    this.stops = stops;
  }

  public Stop stop(int number) {
    if (number < 1 || number > stops.size()) {
      throw new NotFound("stop-not-found", number);
    }
    return stops.get(number - 1);
  }

  /** Stop {@code number} was visited as somebody tells; see {@link Stop#visited}. */
  public void visit(int number, Presence told, String note) {
    stops.set(number - 1, stop(number).visited(number, told, note));
  }

  /** Something was found at stop {@code number}; see {@link Stop#provedBy}. */
  public void prove(int number, Instant foundAt) {
    stops.set(number - 1, stop(number).provedBy(number, foundAt));
  }

  /** Stop {@code number} is left out; see {@link Stop#skipped}. */
  public void skip(int number, String reason) {
    stops.set(number - 1, stop(number).skipped(number, reason));
  }

  /**
   * @throws Conflict {@code stops-open} while a stop is neither visited nor left out
   */
  public void refuseOpenStops() {
    String open =
        IntStream.rangeClosed(1, stops.size())
            .filter(number -> !stop(number).isSettled())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      throw new Conflict("stops-open", open);
    }
  }
}
