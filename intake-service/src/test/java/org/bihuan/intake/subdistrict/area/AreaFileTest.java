package org.bihuan.intake.subdistrict.area;

import static org.bihuan.intake.subdistrict.area.Grid.box;
import static org.bihuan.intake.subdistrict.area.Grid.feature;
import static org.bihuan.intake.subdistrict.area.Grid.square;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.geo.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a map says, and which files are none. */
class AreaFileTest {

  private static final String A = "370203001";
  private static final String B = "370203002";
  private static final String A1 = "370203001001";
  private static final String B1 = "370203002001";
  private static final Map<String, String> SUBDISTRICTS = Map.of(A, A, B, B, A1, A, B1, B);
  private static final List<Bounds> DISTRICT = List.of(new Bounds(120.29, 36.03, 120.48, 36.21));

  private static List<Area> read(String file) {
    return AreaFile.read(
        file.getBytes(StandardCharsets.UTF_8),
        SUBDISTRICTS::get,
        point -> Bounds.doubt(DISTRICT, Crs.WGS84, point.x, point.y));
  }

  private static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
  }

  private static AreaMap map(String... features) {
    return new AreaMap(read(collection(features)));
  }

  private static Optional<Locality> at(AreaMap map, double longitude, double latitude) {
    return map.at(new Crs.Point(longitude, latitude));
  }

  private static Optional<Locality> is(String subdistrict, String community) {
    return Optional.of(new Locality(subdistrict, community));
  }

  static Stream<Arguments> hostile() {
    String good = square(0, 0);
    return Stream.of(
        arguments("", "no FeatureCollection"),
        arguments("{", "no JSON"),
        arguments("[]", "no FeatureCollection"),
        arguments("null", "no FeatureCollection"),
        arguments("[".repeat(100_000), "no JSON"),
        arguments(collection() + "{}", "no JSON"),
        arguments("{\"type\": \"FeatureCollection\", \"type\": \"x\"}", "no JSON"),
        arguments("{\"type\": \"FeatureCollection\", \"features\": {}}", "no FeatureCollection"),
        arguments(
            collection(feature(A, good))
                .replace(
                    "{\"type\": \"FeatureC",
                    "{\"crs\": {\"type\": \"name\","
                        + " \"properties\": {\"name\": \"EPSG:4490\"}}, \"type\": \"FeatureC"),
            "crs"),
        arguments(collection("7"), "feature 1: no Feature"),
        arguments(
            collection("{\"type\": \"Feature\"}"),
            "feature 1: properties.code is no text of 9 or 12 digits"),
        arguments(
            collection(feature(A, good).replace("\"" + A + "\"", A)),
            "feature 1: properties.code is no text"),
        arguments(
            collection(feature("370203", good)), "feature 1 (370203): properties.code is no text"),
        arguments(
            collection(feature("370203999", good)),
            "feature 1 (370203999): no sub-district or community has this code"),
        arguments(
            collection(feature(A, good), feature(A, square(1, 0))),
            "feature 2 (370203001): the code comes twice"),
        arguments(
            collection(feature(A, "null")),
            "feature 1 (370203001): coordinates have no list of rings"),
        arguments(
            collection(feature(A, "Point", "[120.3, 36.1]")), "neither Polygon nor MultiPolygon"),
        arguments(collection(feature(A, "MultiPolygon", "[]")), "no list of polygons"),
        arguments(collection(feature(A, "[]")), "no list of rings"),
        arguments(collection(feature(A, "[[]]")), "no list of points"),
        arguments(collection(feature(A, "[[[120.3, 36.1]]]")), "fewer than four points"),
        arguments(
            collection(feature(A, "[[[120.3,36.1],[120.4,36.1],[120.4,36.2],[120.3,36.2]]]")),
            "a ring is not closed at 120.3, 36.1"),
        arguments(
            collection(
                feature(A, "[[[120.3,36.1],[120.4,36.2],[120.4,36.1],[120.3,36.2],[120.3,36.1]]]")),
            "Self-intersection at 120.35, 36.15"),
        arguments(
            collection(
                feature(A, square(0, 0).replaceAll("]$", "") + "," + square(1, 0.01).substring(1))),
            "Hole lies outside shell"),
        arguments(
            collection(
                feature(A, "MultiPolygon", "[" + square(0, 0) + "," + square(0, 0.01) + "]")),
            "Nested shells"),
        arguments(
            collection(feature(A, "[[[\"120\",36.1],[120.4,36.1],[120.4,36.2],[120,36.1]]]")),
            "a point is not two numbers: [\"120\",36.1]"),
        arguments(
            collection(feature(A, "[[[120.3],[120.4],[120.4],[120.3]]]")),
            "a point is not two numbers"),
        arguments(
            collection(feature(A, "[[[1e999,36.1],[120.4,36.1],[120.4,36.2],[1e999,36.1]]]")),
            "a point is not on the globe"),
        arguments(
            collection(feature(A, box(36.04, 120.30, 36.07, 120.33))),
            "a point is not on the globe"),
        arguments(
            collection(feature(A, box(116.3, 39.9, 116.4, 40.0))),
            "feature 1 (370203001): point-outside-district at 116.3, 39.9"),
        arguments(
            collection(feature(A, "[" + "[".repeat(2_000) + "]".repeat(2_000) + "]")), "no JSON"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_file_that_is_no_map_is_refused_with_where_and_why(String file, String reason) {
    String said = assertThrows(IllegalStateException.class, () -> read(file)).getMessage();
    assertTrue(said.startsWith("areas.geojson: ") && said.contains(reason), said);
  }

  @Test
  void all_faults_of_a_file_are_told_at_once_but_not_without_end() {
    String two =
        assertThrows(
                IllegalStateException.class,
                () -> read(collection("1", feature(A, square(0, 0)), feature(A, "[]"))))
            .getMessage();
    assertEquals(
        "areas.geojson: feature 1: no Feature; feature 3 (370203001): the code comes twice", two);
    String many =
        assertThrows(IllegalStateException.class, () -> read(collection("1" + ",1".repeat(1_000))))
            .getMessage();
    assertTrue(many.endsWith("feature 20: no Feature; and maybe more"), many);
  }

  @ParameterizedTest
  @CsvSource({"120.315, 36.055, 370203001", "120.345, 36.055, 370203002"})
  void a_point_lies_in_the_area_that_holds_it(double longitude, double latitude, String code) {
    AreaMap map = map(feature(A, square(0, 0)), feature(B, square(1, 0)));
    assertEquals(is(code, null), at(map, longitude, latitude));
  }

  @Test
  void a_point_on_a_border_or_corner_lies_in_the_area_with_the_lesser_code() {
    AreaMap map =
        map(
            feature(B, box(120.33, 36.04, 120.36, 36.07)),
            feature(A, box(120.30, 36.04, 120.33, 36.07)));
    assertEquals(is(A, null), at(map, 120.33, 36.05));
    assertEquals(is(A, null), at(map, 120.33, 36.07));
    assertEquals(is(A, null), at(map, 120.30, 36.04));
    assertEquals(is(B, null), at(map, 120.36, 36.05));
    assertEquals(Optional.empty(), at(map, 120.3600001, 36.05));
  }

  @Test
  void a_hole_is_not_part_of_an_area_and_may_be_filled_by_another() {
    String hole = square(0, 0.01);
    String withHole = square(0, 0).replaceAll("]$", "") + "," + hole.substring(1);
    assertEquals(Optional.empty(), at(map(feature(A, withHole)), 120.315, 36.055));
    assertEquals(is(A, null), at(map(feature(A, withHole)), 120.305, 36.055));
    assertEquals(is(B, null), at(map(feature(A, withHole), feature(B, hole)), 120.315, 36.055));
  }

  @Test
  void an_area_may_have_several_parts() {
    AreaMap map =
        map(
            feature(A, "MultiPolygon", "[" + square(0, 0) + "," + square(2, 0) + "]"),
            feature(B, square(1, 0)));
    assertEquals(is(A, null), at(map, 120.315, 36.055));
    assertEquals(is(B, null), at(map, 120.345, 36.055));
    assertEquals(is(A, null), at(map, 120.375, 36.055));
  }

  @Test
  void a_community_tells_its_sub_district_and_counts_only_within_that() {
    assertEquals(is(A, A1), at(map(feature(A1, square(0, 0))), 120.315, 36.055));
    AreaMap both =
        map(feature(A, square(0, 0)), feature(A1, square(0, 0.01)), feature(B1, square(0, 0)));
    assertEquals(is(A, A1), at(both, 120.315, 36.055));
    assertEquals(is(A, null), at(both, 120.305, 36.055));
  }

  @Test
  void a_third_number_of_a_point_and_further_members_are_left_alone() {
    String high = square(0, 0).replaceAll("(36\\.0\\d+)]", "$1,12.5]");
    String file =
        collection(feature(A, high).replace("{\"code\"", "{\"name\": \"x\", \"code\""))
            .replace("{\"type\": \"FeatureC", "{\"bbox\": [1,2,3,4], \"type\": \"FeatureC");
    assertEquals(is(A, null), at(new AreaMap(read(file)), 120.315, 36.055));
    assertEquals(List.of(), read(collection()));
  }

  @Test
  void only_what_is_some_fifty_metres_from_all_areas_is_far() {
    AreaMap map = map(feature(A, square(0, 0)), feature(A1, square(0, 0)));
    assertTrue(map.isFarFromAll(new Crs.Point(120.3306, 36.05)));
    assertTrue(!map.isFarFromAll(new Crs.Point(120.3304, 36.05)));
    assertTrue(!map.isFarFromAll(new Crs.Point(120.315, 36.055)));
    assertTrue(map.holdsAll(Set.of(A)));
    assertTrue(!map.holdsAll(Set.of(A, B)));
  }

  @Test
  void areas_of_one_kind_that_overlap_by_more_than_a_sliver_are_told() {
    AreaMap map =
        map(
            feature(A, box(120.30, 36.04, 120.33, 36.07)),
            feature(B, box(120.327, 36.04, 120.36, 36.07)),
            feature(A1, square(0, 0)));
    assertEquals(List.of("370203001 and 370203002 by 10.0 %"), map.overlaps());
    assertEquals(
        List.of(),
        map(feature(A, square(0, 0)), feature(B, box(120.32999, 36.04, 120.36, 36.07))).overlaps());
  }
}
