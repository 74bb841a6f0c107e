package org.bihuan.kit.geo;

import java.util.function.UnaryOperator;

/**
 * Coordinate reference systems in which clients in China send points. Points are kept in WGS-84;
 * the shift between the systems is some 500 m, enough to land in another street, so a client must
 * say which one it means.
 *
 * <p>The formulas are the published approximations of both shifts. Neither has an inverse in closed
 * form, so that is found by iteration until it stands still: there and back again is the same point
 * to 1e-9 degrees, a tenth of a millimetre.
 */
public enum Crs {
  /** GPS. */
  WGS84 {
    @Override
    public Point toWgs84(double longitude, double latitude) {
      return new Point(longitude, latitude);
    }

    @Override
    public Point fromWgs84(Point wgs84) {
      return wgs84;
    }
  },
  /** What Chinese maps and WeChat use. */
  GCJ02 {
    @Override
    public Point toWgs84(double longitude, double latitude) {
      return fromGcj02(new Point(longitude, latitude));
    }

    @Override
    public Point fromWgs84(Point wgs84) {
      return isAbroad(wgs84) ? wgs84 : toGcj02(wgs84);
    }
  },
  /** What Baidu's maps use, on top of GCJ-02. */
  BD09 {
    @Override
    public Point toWgs84(double longitude, double latitude) {
      Point sent = new Point(longitude, latitude);
      return isAbroad(sent) ? sent : fromGcj02(unshifted(sent, Crs::toBd09));
    }

    @Override
    public Point fromWgs84(Point wgs84) {
      return isAbroad(wgs84) ? wgs84 : toBd09(toGcj02(wgs84));
    }
  };

  private static final double BAIDU_TURN = Math.PI * 3000 / 180;
  private static final double SEMI_MAJOR_AXIS = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  /** Each step of the iteration leaves some hundredth of the error, so few are needed. */
  private static final int MOST_STEPS = 20;

  /** Degrees within which it stands still. */
  private static final double STILL = 1e-12;

  /** Of the earth, in metres (IUGG). */
  private static final double MEAN_RADIUS = 6_371_008.8;

  /**
   * The point in WGS-84. Outside China the systems are the same, so a point on the globe stays on
   * it.
   */
  public abstract Point toWgs84(double longitude, double latitude);

  /** The same point of WGS-84 in this system, the reverse of {@link #toWgs84}. */
  public abstract Point fromWgs84(Point wgs84);

  /**
   * A point, in WGS-84 where nothing else is said.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   */
  public record Point(double longitude, double latitude) {

    /** Metres to {@code other} on a sphere, which errs by up to 0.5 %. */
    public double distanceTo(Point other) {
      double north = Math.toRadians(other.latitude - latitude) / 2;
      double east = Math.toRadians(other.longitude - longitude) / 2;
      double chord =
          Math.pow(Math.sin(north), 2)
              + Math.cos(Math.toRadians(latitude))
                  * Math.cos(Math.toRadians(other.latitude))
                  * Math.pow(Math.sin(east), 2);
      return 2 * MEAN_RADIUS * Math.asin(Math.sqrt(chord));
    }
  }

  private static Point fromGcj02(Point gcj02) {
    return isAbroad(gcj02) ? gcj02 : unshifted(gcj02, Crs::toGcj02);
  }

  /** The point that {@code shift} moves to {@code shifted}. */
  private static Point unshifted(Point shifted, UnaryOperator<Point> shift) {
    Point guess = shifted;
    for (int i = 0; i < MOST_STEPS; i++) {
      Point moved = shift.apply(guess);
      double east = shifted.longitude() - moved.longitude();
      double north = shifted.latitude() - moved.latitude();
      guess = new Point(guess.longitude() + east, guess.latitude() + north);
      if (Math.abs(east) < STILL && Math.abs(north) < STILL) {
        break;
      }
    }
    return guess;
  }

  /** Where no system is shifted; it is the formula's own frame and reaches beyond the borders. */
  private static boolean isAbroad(Point point) {
    return point.longitude() < 72.004
        || point.longitude() > 137.8347
        || point.latitude() < 0.8293
        || point.latitude() > 55.8271;
  }

  private static Point toBd09(Point gcj02) {
    double x = gcj02.longitude();
    double y = gcj02.latitude();
    double distance = Math.hypot(x, y) + 0.00002 * Math.sin(y * BAIDU_TURN);
    double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BAIDU_TURN);
    return new Point(distance * Math.cos(angle) + 0.0065, distance * Math.sin(angle) + 0.006);
  }

  private static Point toGcj02(Point wgs84) {
    double x = wgs84.longitude() - 105.0;
    double y = wgs84.latitude() - 35.0;
    double radians = Math.toRadians(wgs84.latitude());
    double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
    double east =
        offsetEast(x, y) * 180 / (SEMI_MAJOR_AXIS / Math.sqrt(magic) * Math.cos(radians) * Math.PI);
    double north =
        offsetNorth(x, y)
            * 180
            / (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic)) * Math.PI);
    return new Point(wgs84.longitude() + east, wgs84.latitude() + north);
  }

  private static double offsetEast(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(x)
        + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
        + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
  }

  private static double offsetNorth(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(x)
        + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
        + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
  }

  private static double waves(double x) {
    return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
  }
}
