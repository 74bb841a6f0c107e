package org.bihuan.intake.subdistrict.area;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Areas drawn with a ruler, which are nobody's: each sub-district is a square of a grid, numbered
 * from the south-west along each row.
 */
public final class Grid {

  public static final int COLUMNS = 5;
  public static final double WEST = 120.30;
  public static final double SOUTH = 36.04;
  public static final double SIDE = 0.03;

  private Grid() {}

  /** A file with a square for each code, and what else it shall hold. */
  public static String file(List<String> codes, String... others) {
    String squares =
        IntStream.range(0, codes.size())
            .mapToObj(i -> feature(codes.get(i), square(i, 0)))
            .collect(Collectors.joining(","));
    String features =
        others.length == 0 ? squares : squares + "," + String.join(",", List.of(others));
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }

  /** The square with this number, drawn in from its border by {@code margin} degrees. */
  public static String square(int number, double margin) {
    double west = WEST + number % COLUMNS * SIDE + margin;
    double south = SOUTH + number / COLUMNS * SIDE + margin;
    return box(west, south, west + SIDE - 2 * margin, south + SIDE - 2 * margin);
  }

  /** Coordinates of a polygon that is a box. */
  public static String box(double west, double south, double east, double north) {
    return "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]"
        .formatted(west, south, east, north);
  }

  public static String feature(String code, String polygon) {
    return feature(code, "Polygon", polygon);
  }

  public static String feature(String code, String type, String coordinates) {
    return """
        {"type": "Feature", "properties": {"code": "%s"}, "geometry": {"type": "%s", "coordinates": %s}}"""
        .formatted(code, type, coordinates);
  }

  /** Degrees east of the middle of a square. */
  public static double longitude(int number) {
    return WEST + number % COLUMNS * SIDE + SIDE / 2;
  }

  /** Degrees north of the middle of a square. */
  public static double latitude(int number) {
    return SOUTH + number / COLUMNS * SIDE + SIDE / 2;
  }
}
