package org.bihuan.intake.subdistrict.area;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bihuan.kit.geo.PointDoubt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads areas from GeoJSON (RFC 7946): a FeatureCollection of Polygon and MultiPolygon in WGS-84,
 * each with its {@code code}. A file with any fault is refused as a whole, with all of them: half a
 * map would place people in the wrong half.
 */
final class AreaFile {

  /** Most bytes of a file; the areas of a district have some hundred thousand points. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final int MOST_FAULTS = 20;
  private static final int FEWEST_POINTS = 4;
  private static final Pattern CODE = Pattern.compile("\\d{9}(\\d{3})?");
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Function<String, String> subdistrictOf;
  private final Function<Coordinate, Optional<PointDoubt>> doubt;
  private final List<Area> areas = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  private AreaFile(
      Function<String, String> subdistrictOf, Function<Coordinate, Optional<PointDoubt>> doubt) {
    this.subdistrictOf = subdistrictOf;
    this.doubt = doubt;
  }

  /** Why a part of the file is none; says what is wrong, in a few words. */
  private static final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    Fault(String reason) {
      super(reason);
    }
  }

  /**
   * What is in a file.
   *
   * @throws IllegalStateException when that is too much
   */
  static byte[] bytes(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IllegalStateException(Areas.FILE + ": larger than " + LARGEST + " bytes");
    }
    return bytes;
  }

  /**
   * The areas of a file.
   *
   * @param subdistrictOf code of the sub-district of a code; {@code null} when it is none of ours
   * @param doubt what is wrong with a point that should lie in the district
   * @throws IllegalStateException with the position and reason of each fault
   */
  static List<Area> read(
      byte[] bytes,
      Function<String, String> subdistrictOf,
      Function<Coordinate, Optional<PointDoubt>> doubt) {
    AreaFile file = new AreaFile(subdistrictOf, doubt);
    try {
      file.readCollection(tree(bytes));
    } catch (Fault fault) {
      file.faults.add(fault.getMessage());
    }
    if (!file.faults.isEmpty()) {
      throw new IllegalStateException(Areas.FILE + ": " + String.join("; ", file.faults));
    }
    return file.areas;
  }

  private static JsonNode tree(byte[] bytes) throws Fault {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new Fault("no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("what is in memory can be read", e);
    }
  }

  private void readCollection(JsonNode root) throws Fault {
    if (!isOfType(root, "FeatureCollection") || !root.path("features").isArray()) {
      throw new Fault("no FeatureCollection");
    }
    // RFC 7946 has but one system; a file that names another is of the time before it.
    if (root.has("crs") && !root.path("crs").toString().contains("CRS84")) {
      throw new Fault("crs: only WGS-84 (CRS84), longitude first");
    }
    int position = 0;
    for (JsonNode feature : root.path("features")) {
      position++;
      readFeature(feature, position);
      if (faults.size() == MOST_FAULTS) {
        throw new Fault("and maybe more");
      }
    }
  }

  private void readFeature(JsonNode feature, int position) {
    JsonNode code = feature.path("properties").path("code");
    try {
      areas.add(area(feature, code));
    } catch (Fault fault) {
      String which = code.isTextual() ? "feature %d (%s)" : "feature %d";
      faults.add(which.formatted(position, code.asText()) + ": " + fault.getMessage());
    }
  }

  private Area area(JsonNode feature, JsonNode codeNode) throws Fault {
    if (!isOfType(feature, "Feature")) {
      throw new Fault("no Feature");
    }
    String code = codeNode.isTextual() ? codeNode.textValue() : "";
    if (!CODE.matcher(code).matches()) {
      throw new Fault("properties.code is no text of 9 or 12 digits");
    }
    String subdistrict = subdistrictOf.apply(code);
    if (subdistrict == null) {
      throw new Fault("no sub-district or community has this code");
    }
    if (!codes.add(code)) {
      throw new Fault("the code comes twice");
    }
    Geometry shape = shape(feature.path("geometry"));
    refuseInvalid(shape);
    refuseElsewhere(shape.getEnvelopeInternal());
    return new Area(code, subdistrict, shape);
  }

  private static boolean isOfType(JsonNode node, String type) {
    return type.equals(node.path("type").textValue());
  }

  private static Geometry shape(JsonNode geometry) throws Fault {
    JsonNode coordinates = geometry.path("coordinates");
    if (isOfType(geometry, "Polygon")) {
      return polygon(coordinates);
    }
    if (!isOfType(geometry, "MultiPolygon")) {
      throw new Fault("geometry is neither Polygon nor MultiPolygon");
    }
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode one : filled(coordinates, "polygons")) {
      polygons.add(polygon(one));
    }
    return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings) throws Fault {
    List<LinearRing> read = new ArrayList<>();
    for (JsonNode ring : filled(rings, "rings")) {
      read.add(ring(ring));
    }
    return SHAPES.createPolygon(
        read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode ring) throws Fault {
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode point : filled(ring, "points")) {
      points.add(coordinate(point));
    }
    if (points.size() < FEWEST_POINTS) {
      throw new Fault("a ring has fewer than four points");
    }
    if (!points.get(0).equals2D(points.get(points.size() - 1))) {
      throw new Fault("a ring is not closed at " + at(points.get(0)));
    }
    return SHAPES.createLinearRing(points.toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(JsonNode point) throws Fault {
    if (!point.isArray()
        || point.size() < 2
        || !point.path(0).isNumber()
        || !point.path(1).isNumber()) {
      throw new Fault("a point is not two numbers: " + cut(point));
    }
    Coordinate coordinate =
        new Coordinate(point.path(0).doubleValue(), point.path(1).doubleValue());
    if (!(Math.abs(coordinate.x) <= 180 && Math.abs(coordinate.y) <= 90)) {
      throw new Fault("a point is not on the globe: " + cut(point));
    }
    return coordinate;
  }

  private static JsonNode filled(JsonNode list, String what) throws Fault {
    if (!list.isArray() || list.isEmpty()) {
      throw new Fault("coordinates have no list of " + what);
    }
    return list;
  }

  private static void refuseInvalid(Geometry shape) throws Fault {
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error != null) {
      throw new Fault(error.getMessage() + " at " + at(error.getCoordinate()));
    }
  }

  private void refuseElsewhere(Envelope box) throws Fault {
    for (Coordinate corner :
        List.of(
            new Coordinate(box.getMinX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMaxY()))) {
      Optional<PointDoubt> wrong = doubt.apply(corner);
      if (wrong.isPresent()) {
        throw new Fault(wrong.get().fault() + " at " + at(corner));
      }
    }
  }

  private static String at(Coordinate point) {
    return point.x + ", " + point.y;
  }

  private static String cut(JsonNode node) {
    String text = node.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
