package org.bihuan.intake.subdistrict.area;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Borders of sub-districts with so few points that a telephone loads and draws them at once.
 * Neighbours are simplified together, so that their borders still meet. To place somebody there are
 * the areas themselves.
 */
final class Outlines {

  /** Points of all borders, at most some 45 kB [ours]. */
  static final int MOST_POINTS = 2000;

  /** Degrees, some 5 m: nobody sees on a map of a district what is less. */
  private static final double FINEST = 0.00005;

  /** Degrees, some kilometres: a border that is drawn coarser is none any more. */
  private static final double COARSEST = 0.05;

  /** Five decimals of a degree are a metre. */
  private static final double PLACES = 1e5;

  private Outlines() {}

  /** One for each sub-district that has an area, itself or by its communities; by code. */
  static List<Outline> of(Collection<Area> areas) {
    Map<String, List<Area>> bySubdistrict =
        areas.stream().collect(groupingBy(Area::subdistrictCode, TreeMap::new, toList()));
    List<String> codes = List.copyOf(bySubdistrict.keySet());
    Geometry[] shapes =
        simplified(bySubdistrict.values().stream().map(Outlines::whole).toArray(Geometry[]::new));
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      outlines.add(new Outline(codes.get(i), polygons(shapes[i])));
    }
    return outlines;
  }

  /** The area of a sub-district; where it has none, its communities together. */
  private static Geometry whole(List<Area> ofOne) {
    return ofOne.stream()
        .filter(Area::isSubdistrict)
        .map(Area::shape)
        .findFirst()
        .orElseGet(
            () ->
                ofOne.stream()
                    .map(Area::shape)
                    .reduce((one, other) -> OverlayNGRobust.overlay(one, other, OverlayNG.UNION))
                    .orElseThrow());
  }

  private static Geometry[] simplified(Geometry[] shapes) {
    Geometry[] simple = shapes;
    for (double width = FINEST; points(simple) > MOST_POINTS && width < COARSEST; width *= 2) {
      simple = CoverageSimplifier.simplify(shapes, width);
    }
    return simple;
  }

  private static int points(Geometry[] shapes) {
    return Arrays.stream(shapes).mapToInt(Geometry::getNumPoints).sum();
  }

  private static List<List<List<List<Double>>>> polygons(Geometry shape) {
    List<List<List<List<Double>>>> polygons = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      // A union may leave a line where two areas only touch; a border is made of polygons.
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(rings(polygon));
      }
    }
    return polygons;
  }

  private static List<List<List<Double>>> rings(Polygon polygon) {
    List<List<List<Double>>> rings = new ArrayList<>();
    rings.add(ring(polygon.getExteriorRing(), true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i), false));
    }
    return rings;
  }

  /** RFC 7946, 3.1.6: the outer ring turns to the left, holes turn to the right. */
  private static List<List<Double>> ring(LineString ring, boolean toTheLeft) {
    Coordinate[] points = ring.getCoordinates();
    LineString turned = Orientation.isCCW(points) == toTheLeft ? ring : ring.reverse();
    return Arrays.stream(turned.getCoordinates())
        .map(point -> List.of(cut(point.x), cut(point.y)))
        .toList();
  }

  private static double cut(double degrees) {
    return Math.round(degrees * PLACES) / PLACES;
  }
}
