package org.bihuan.intake.subdistrict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.bihuan.intake.subdistrict.PlacingPolicy.Clues;
import org.bihuan.intake.subdistrict.PlacingPolicy.Placement;
import org.bihuan.intake.subdistrict.photo.PhotoPlace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A is a sub-district, A1 a community of it. */
class PlacingPolicyTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // code, point, outside, names; place, by, doubt
        "-,  -,  -,  false, -,       -,  -,     -",
        "A,  -,  -,  false, -,       A,  CODE,  -",
        "A1, -,  -,  false, -,       A1, CODE,  -",
        "A,  -,  -,  false, B C,     A,  CODE,  -",
        "A,  A,  -,  false, -,       A,  CODE,  -",
        "A,  A1, -,  false, -,       A1, CODE,  -",
        "A1, A,  -,  false, -,       A1, CODE,  -",
        "A1, A1, -,  false, -,       A1, CODE,  -",
        "A1, A2, -,  false, -,       A1, CODE,  POINT_ELSEWHERE",
        "A,  B,  -,  false, -,       A,  CODE,  POINT_ELSEWHERE",
        "A,  B1, -,  false, B,       A,  CODE,  POINT_ELSEWHERE",
        "A,  -,  -,  true,  -,       A,  CODE,  OUTSIDE_DISTRICT",
        "-,  A,  -,  false, -,       A,  POINT, -",
        "-,  A1, -,  false, -,       A1, POINT, -",
        "-,  A1, -,  false, A,       A1, POINT, -",
        "-,  A,  -,  false, A1,      A,  POINT, -",
        "-,  A1, -,  false, A2,      A1, POINT, POINT_ELSEWHERE",
        "-,  A,  -,  false, B,       A,  POINT, POINT_ELSEWHERE",
        "-,  A,  -,  false, B C,     A,  POINT, POINT_ELSEWHERE",
        "-,  A,  -,  false, A B,     A,  POINT, -",
        "-,  -,  -,  false, A,       A,  NAME,  -",
        "-,  -,  -,  false, A1,      A1, NAME,  -",
        "-,  -,  -,  false, A1 A2,   A,  NAME,  -",
        "-,  -,  -,  false, A A1,    A1, NAME,  -",
        "-,  -,  -,  false, A B,     -,  -,     SEVERAL_NAMES",
        "-,  -,  -,  false, A1 B1,   -,  -,     SEVERAL_NAMES",
        "-,  -,  -,  true,  -,       -,  -,     OUTSIDE_DISTRICT",
        "-,  -,  -,  true,  A,       A,  NAME,  OUTSIDE_DISTRICT",
        "-,  -,  -,  true,  A B,     -,  -,     OUTSIDE_DISTRICT",
        "A,  -,  B,  false, -,       A,  CODE,  -",
        "-,  A,  B,  false, -,       A,  POINT, -",
        "-,  -,  A1, false, -,       A1, PHOTO, -",
        "-,  -,  A,  false, A1,      A,  PHOTO, -",
        "-,  -,  A,  false, A B,     A,  PHOTO, -",
        "-,  -,  A,  false, B,       A,  PHOTO, PHOTO_ELSEWHERE",
        "-,  -,  old, false, -,      -,  -,     PHOTOS_OLD",
        "-,  -,  old, false, A,      A,  NAME,  -",
        "-,  -,  old, false, A B,    -,  -,     SEVERAL_NAMES",
        "A,  -,  old, false, -,      A,  CODE,  -"
      })
  void a_code_wins_over_the_point_that_over_photos_and_those_over_names(
      String code,
      String point,
      String photos,
      boolean outside,
      String names,
      String place,
      PlacedBy by,
      PlaceDoubt doubt) {
    List<Locality> named =
        names == null
            ? List.of()
            : Stream.of(names.split(" ")).map(PlacingPolicyTest::locality).toList();
    assertEquals(
        new Placement(locality(place), new Placing(by, doubt)),
        PlacingPolicy.place(
            new Clues(locality(code), locality(point), taken(photos), outside, named)));
  }

  private static PhotoPlace taken(String photos) {
    return "old".equals(photos)
        ? new PhotoPlace(null, null, PlaceDoubt.PHOTOS_OLD)
        : new PhotoPlace(locality(photos), null, null);
  }

  private static Locality locality(String name) {
    return name == null
        ? null
        : new Locality(name.substring(0, 1), name.length() == 1 ? null : name);
  }
}
