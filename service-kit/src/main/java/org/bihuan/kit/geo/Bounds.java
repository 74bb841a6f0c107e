package org.bihuan.kit.geo;

import java.util.Collection;
import java.util.Optional;

/**
 * A box of the map, WGS-84, that holds a whole district with a margin.
 *
 * @param west least degrees east
 * @param south least degrees north
 * @param east most degrees east
 * @param north most degrees north
 */
public record Bounds(double west, double south, double east, double north) {

  /** Everywhere. */
  public static final Bounds GLOBE = new Bounds(-180, -90, 180, 90);

  /** Degrees around the origin within which a point is one that was never set. */
  private static final double NOTHING = 0.02;

  /** The least box that holds all of {@code boxes}; none where there are none. */
  public static Optional<Bounds> around(Collection<Bounds> boxes) {
    return boxes.stream()
        .reduce(
            (one, other) ->
                new Bounds(
                    Math.min(one.west, other.west),
                    Math.min(one.south, other.south),
                    Math.max(one.east, other.east),
                    Math.max(one.north, other.north)));
  }

  /**
   * What is wrong with a point that should lie within one of {@code boxes}.
   *
   * @param boxes nothing is doubted as long as there are none
   * @return nothing when it does
   */
  public static Optional<PointDoubt> doubt(
      Collection<Bounds> boxes, Crs crs, double longitude, double latitude) {
    if (boxes.isEmpty() || hold(boxes, crs.toWgs84(longitude, latitude))) {
      return Optional.empty();
    }
    if (Math.abs(longitude) < NOTHING && Math.abs(latitude) < NOTHING) {
      return Optional.of(PointDoubt.ZERO);
    }
    return Optional.of(
        hold(boxes, crs.toWgs84(latitude, longitude))
            ? PointDoubt.SWAPPED
            : PointDoubt.OUTSIDE_DISTRICT);
  }

  private static boolean hold(Collection<Bounds> boxes, Crs.Point point) {
    return boxes.stream().anyMatch(box -> box.holds(point));
  }

  private boolean holds(Crs.Point point) {
    return point.longitude() >= west
        && point.longitude() <= east
        && point.latitude() >= south
        && point.latitude() <= north;
  }
}
