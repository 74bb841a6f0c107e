package org.bihuan.intake.subdistrict.area;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.kit.geo.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which areas hold a point; never changes, and any number may ask at once. */
final class AreaMap {

  /** Degrees, some 50 m: so far off can a point of the border be [ours]. */
  private static final double BORDER = 0.0005;

  /** Share of the smaller area above which two overlap by more than how they were drawn [ours]. */
  private static final double SLIVER = 0.001;

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final STRtree tree = new STRtree();
  private final List<Area> areas;

  AreaMap(Collection<Area> areas) {
    this.areas = areas.stream().sorted(comparing(Area::code)).toList();
    for (Area area : this.areas) {
      tree.insert(
          area.shape().getEnvelopeInternal(),
          new Prepared(area, PreparedGeometryFactory.prepare(area.shape())));
    }
    // Queries of a tree that is built already may run beside each other.
    tree.build();
  }

  private record Prepared(Area area, PreparedGeometry shape) {}

  /**
   * The sub-district that holds a point, and its community; a point on a border lies in the area
   * with the lesser code. A community that lies in another sub-district than the map says of the
   * point is left out.
   */
  Optional<Locality> at(Crs.Point point) {
    List<Area> holding = holding(point(point));
    Optional<String> own = holding.stream().filter(Area::isSubdistrict).map(Area::code).findFirst();
    Optional<Area> community =
        holding.stream()
            .filter(area -> !area.isSubdistrict())
            .filter(area -> own.isEmpty() || own.get().equals(area.subdistrictCode()))
            .findFirst();
    return community
        .map(area -> new Locality(area.subdistrictCode(), area.code()))
        .or(() -> own.map(code -> new Locality(code, null)));
  }

  private List<Area> holding(Point point) {
    return near(point.getEnvelopeInternal()).stream()
        .filter(one -> one.shape().covers(point))
        .map(Prepared::area)
        .sorted(comparing(Area::code))
        .toList();
  }

  /** Whether no area is within some 50 m of a point. */
  boolean isFarFromAll(Crs.Point where) {
    Point point = point(where);
    Envelope around = point.getEnvelopeInternal();
    around.expandBy(BORDER);
    return near(around).stream()
        .noneMatch(one -> one.area().shape().isWithinDistance(point, BORDER));
  }

  /** Whether each of these sub-districts has an area. */
  boolean holdsAll(Set<String> subdistricts) {
    return areas.stream()
        .filter(Area::isSubdistrict)
        .map(Area::code)
        .collect(Collectors.toSet())
        .containsAll(subdistricts);
  }

  /** Pairs of one kind that overlap by more than a sliver, and by which share of the smaller. */
  List<String> overlaps() {
    List<String> found = new ArrayList<>();
    for (Area one : areas) {
      for (Prepared near : near(one.shape().getEnvelopeInternal())) {
        Area other = near.area();
        if (one.code().compareTo(other.code()) < 0
            && one.isSubdistrict() == other.isSubdistrict()) {
          double share = sharedBy(one.shape(), other.shape());
          if (share > SLIVER) {
            found.add("%s and %s by %.1f %%".formatted(one.code(), other.code(), 100 * share));
          }
        }
      }
    }
    return found;
  }

  private static double sharedBy(Geometry one, Geometry other) {
    return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea()
        / Math.min(one.getArea(), other.getArea());
  }

  int size() {
    return areas.size();
  }

  private static Point point(Crs.Point point) {
    return POINTS.createPoint(new Coordinate(point.longitude(), point.latitude()));
  }

  @SuppressWarnings("unchecked")
  private List<Prepared> near(Envelope envelope) {
    return tree.query(envelope);
  }
}
