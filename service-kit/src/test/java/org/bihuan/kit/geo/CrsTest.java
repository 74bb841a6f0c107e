package org.bihuan.kit.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.bihuan.kit.geo.Crs.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrsTest {

  private static final long SEED = 7;
  private static final int POINTS = 200_000;

  /** Baidu's offset and that of GCJ-02 together, in degrees; some 1.5 km. */
  private static final double FARTHEST = 0.02;

  @ParameterizedTest
  @EnumSource
  void a_point_on_the_globe_stays_on_it_and_near(Crs crs) {
    Random dice = new Random(SEED);
    for (int i = 0; i < POINTS; i++) {
      converted(crs, dice.nextDouble(-180, 180), dice.nextDouble(-90, 90));
    }
  }

  @ParameterizedTest
  @EnumSource
  void so_does_a_point_on_every_edge(Crs crs) {
    for (double along = -180; along <= 180; along += 0.01) {
      converted(crs, along, -90);
      converted(crs, along, 90);
      converted(crs, along, 0);
      converted(crs, -180, along / 2);
      converted(crs, 180, along / 2);
      converted(crs, 0, along / 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void abroad_every_system_is_the_same(Crs crs) {
    assertEquals(new Point(180, 90), crs.toWgs84(180, 90));
    assertEquals(new Point(-180, -90), crs.toWgs84(-180, -90));
    assertEquals(new Point(2.2945, 48.8584), crs.toWgs84(2.2945, 48.8584));
  }

  /** Degrees; what is asked for is 1e-6. */
  private static final double THERE_AND_BACK = 1e-9;

  /** West, south, east, north: China from its westernmost to its easternmost point, a district. */
  private static final double[][] FRAMES = {
    {73.5, 3.8, 135.1, 53.6}, {120.29, 36.03, 120.48, 36.21}, {104.999, 35, 105.001, 35.1}
  };

  @ParameterizedTest
  @EnumSource
  void there_and_back_again_is_the_same_point_from_each_system_by_each_other(Crs crs) {
    Random dice = new Random(SEED);
    for (double[] frame : FRAMES) {
      for (int i = 0; i < POINTS / 20; i++) {
        Point sent =
            new Point(dice.nextDouble(frame[0], frame[2]), dice.nextDouble(frame[1], frame[3]));
        for (Crs other : Crs.values()) {
          Point elsewhere = between(crs, other, sent);
          assertSame(sent, between(other, crs, elsewhere), crs + " by " + other);
        }
      }
    }
  }

  private static Point between(Crs from, Crs to, Point point) {
    return to.fromWgs84(from.toWgs84(point.longitude(), point.latitude()));
  }

  private static void assertSame(Point one, Point other, String way) {
    assertEquals(one.longitude(), other.longitude(), THERE_AND_BACK, () -> way + " " + one);
    assertEquals(one.latitude(), other.latitude(), THERE_AND_BACK, () -> way + " " + one);
  }

  @ParameterizedTest
  @EnumSource
  void abroad_the_reverse_is_the_same_too(Crs crs) {
    for (Point point :
        new Point[] {new Point(180, 90), new Point(-180, -90), new Point(2.2945, 48.8584)}) {
      assertEquals(point, crs.fromWgs84(point));
    }
  }

  /** The same place as three maps of the district tell it. */
  @Test
  void the_shifts_are_those_of_the_maps() {
    Point gps = new Point(120.3510, 36.0831);
    Point map = Crs.GCJ02.fromWgs84(gps);
    assertEquals(120.3561, map.longitude(), 1e-4);
    assertEquals(36.0835, map.latitude(), 2e-4);
    Point baidu = Crs.BD09.fromWgs84(gps);
    assertEquals(120.3626, baidu.longitude(), 2e-4);
    assertEquals(36.0895, baidu.latitude(), 3e-4);
  }

  private static void converted(Crs crs, double longitude, double latitude) {
    Point point = crs.toWgs84(longitude, latitude);
    assertTrue(
        Math.abs(point.longitude()) <= 180
            && Math.abs(point.latitude()) <= 90
            && Math.abs(point.longitude() - longitude) <= FARTHEST
            && Math.abs(point.latitude() - latitude) <= FARTHEST,
        () -> crs + " " + longitude + " " + latitude + " became " + point);
  }

  /**
   * One degree of latitude is 111 195 m on a sphere of the mean radius; at 60 degrees one of
   * longitude is half.
   */
  @Test
  void distances_are_those_on_a_sphere() {
    Crs.Point here = new Crs.Point(120, 60);
    assertEquals(0, here.distanceTo(here), 1e-9);
    assertEquals(111_195.08, here.distanceTo(new Crs.Point(120, 61)), 0.01);
    assertEquals(55_597.5, here.distanceTo(new Crs.Point(121, 60)), 5);
    assertEquals(20_015_114.4, new Crs.Point(0, 0).distanceTo(new Crs.Point(180, 0)), 1);
  }
}
