package org.bihuan.kit.geo;

/**
 * Coordinate reference systems in which clients in China send points. Points are kept in WGS-84;
 * the shift between the systems is some 500 m, enough to land in another street, so a client must
 * say which one it means.
 *
 * <p>The formulas are the published approximation of the GCJ-02 offset; its inverse is found by
 * iteration, to about a centimetre.
 */
public enum Crs {
  /** GPS. */
  WGS84 {
    @Override
    public Point toWgs84(double longitude, double latitude) {
      return new Point(longitude, latitude);
    }
  },
  /** What Chinese maps and WeChat use. */
  GCJ02 {
    @Override
    public Point toWgs84(double longitude, double latitude) {
      return fromGcj02(longitude, latitude);
    }
  },
  /** What Baidu's maps use, on top of GCJ-02. */
  BD09 {
    @Override
    public Point toWgs84(double longitude, double latitude) {
      if (isAbroad(longitude, latitude)) {
        return new Point(longitude, latitude);
      }
      double x = longitude - 0.0065;
      double y = latitude - 0.006;
      double distance = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU_TURN);
      double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU_TURN);
      return fromGcj02(distance * Math.cos(angle), distance * Math.sin(angle));
    }
  };

  private static final double BAIDU_TURN = Math.PI * 3000 / 180;
  private static final double SEMI_MAJOR_AXIS = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  private static final int ITERATIONS = 5;

  /** Of the earth, in metres (IUGG). */
  private static final double MEAN_RADIUS = 6_371_008.8;

  /**
   * The point in WGS-84. Outside China the systems are the same, so a point on the globe stays on
   * it.
   */
  public abstract Point toWgs84(double longitude, double latitude);

  /**
   * A point in WGS-84.
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

  private static Point fromGcj02(double longitude, double latitude) {
    if (isAbroad(longitude, latitude)) {
      return new Point(longitude, latitude);
    }
    Point guess = new Point(longitude, latitude);
    for (int i = 0; i < ITERATIONS; i++) {
      Point shifted = toGcj02(guess);
      guess =
          new Point(
              guess.longitude() + longitude - shifted.longitude(),
              guess.latitude() + latitude - shifted.latitude());
    }
    return guess;
  }

  /** Where no system is shifted; it is the formula's own frame and reaches beyond the borders. */
  private static boolean isAbroad(double longitude, double latitude) {
    return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
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
