package org.bihuan.intake.subdistrict.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** What is drawn of a map. */
class OutlinesTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final String A = "370203001";
  private static final String B = "370203002";

  private static Coordinate at(double longitude, double latitude) {
    return new Coordinate(longitude, latitude);
  }

  private static Geometry polygon(List<Coordinate> open) {
    List<Coordinate> closed = new ArrayList<>(open);
    closed.add(open.get(0));
    return SHAPES.createPolygon(closed.toArray(Coordinate[]::new));
  }

  private static Geometry box(double west, double south, double side) {
    return polygon(
        List.of(
            at(west, south),
            at(west + side, south),
            at(west + side, south + side),
            at(west, south + side)));
  }

  /** A border between two areas, from south to north, drawn every metre and never straight. */
  private static List<Coordinate> river() {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i <= 10_000; i++) {
      points.add(at(120.35 + 0.002 * Math.sin(i / 300.0) + i % 2 * 1e-6, 36.05 + i * 1e-5));
    }
    return points;
  }

  private static List<Area> banks() {
    List<Coordinate> west = new ArrayList<>(river());
    west.add(at(120.30, 36.15));
    west.add(at(120.30, 36.05));
    List<Coordinate> east = new ArrayList<>(river());
    east.add(at(120.40, 36.15));
    east.add(at(120.40, 36.05));
    return List.of(new Area(A, A, polygon(west)), new Area(B, B, polygon(east)));
  }

  private static List<List<Double>> ring(Outline outline) {
    return outline.polygons().get(0).get(0);
  }

  @Test
  void what_has_few_points_is_drawn_as_it_is() {
    assertEquals(
        List.of(
            new Outline(
                A,
                List.of(
                    List.of(
                        List.of(
                            List.of(120.3, 36.04),
                            List.of(120.33, 36.04),
                            List.of(120.33, 36.07),
                            List.of(120.3, 36.07),
                            List.of(120.3, 36.04)))))),
        Outlines.of(List.of(new Area(A, A, box(120.3, 36.04, 0.03)))));
  }

  @Test
  void borders_with_very_many_points_are_simplified_and_still_meet() {
    List<Outline> outlines = Outlines.of(banks());

    int points = outlines.stream().mapToInt(one -> ring(one).size()).sum();
    assertTrue(points > 20 && points <= Outlines.MOST_POINTS, points + " points");
    Set<List<Double>> shared = new HashSet<>(ring(outlines.get(0)));
    shared.retainAll(ring(outlines.get(1)));
    assertEquals(new HashSet<>(ring(outlines.get(0))).size() - 2, shared.size());
  }

  @Test
  void a_sub_district_of_which_only_communities_have_an_area_is_these_together() {
    List<Outline> outlines =
        Outlines.of(
            List.of(
                new Area(A + "001", A, box(120.30, 36.04, 0.03)),
                new Area(A + "002", A, box(120.33, 36.04, 0.03))));

    assertEquals(List.of(A), outlines.stream().map(Outline::code).toList());
    assertEquals(1, outlines.get(0).polygons().size());
    assertTrue(ring(outlines.get(0)).contains(List.of(120.36, 36.07)));
  }

  @Test
  void communities_of_a_sub_district_that_has_an_area_are_not_drawn() {
    List<Outline> outlines =
        Outlines.of(
            List.of(
                new Area(A, A, box(120.30, 36.04, 0.03)),
                new Area(A + "001", A, box(120.31, 36.05, 0.01))));

    assertEquals(1, outlines.size());
    assertEquals(5, ring(outlines.get(0)).size());
  }

  @Test
  void outer_rings_turn_to_the_left_and_holes_to_the_right() {
    Geometry hole = box(120.31, 36.05, 0.01);
    Coordinate[] outer = box(120.30, 36.04, 0.03).reverse().getCoordinates();
    Geometry shape =
        SHAPES.createPolygon(
            SHAPES.createLinearRing(outer),
            new LinearRing[] {SHAPES.createLinearRing(hole.getCoordinates())});

    List<List<List<Double>>> rings =
        Outlines.of(List.of(new Area(A, A, shape))).get(0).polygons().get(0);

    assertTrue(turn(rings.get(0)) > 0);
    assertTrue(turn(rings.get(1)) < 0);
  }

  /** Twice the area, positive when the ring turns to the left. */
  private static double turn(List<List<Double>> ring) {
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      List<Double> one = ring.get(i - 1);
      List<Double> next = ring.get(i);
      sum += one.get(0) * next.get(1) - next.get(0) * one.get(1);
    }
    return sum;
  }
}
