package org.bihuan.kit.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  private static final List<Bounds> DISTRICT = List.of(new Bounds(120.29, 36.03, 120.48, 36.21));

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "WGS84, 120.3510, 36.0831, none",
        "GCJ02, 120.3561, 36.0835, none",
        "BD09, 120.3626, 36.0895, none",
        "GCJ02, 36.0835, 120.3561, SWAPPED",
        "WGS84, 36.0831, 120.3510, SWAPPED",
        "GCJ02, 0, 0, ZERO",
        "BD09, 0.0, -0.0, ZERO",
        "WGS84, 116.39, 39.91, OUTSIDE_DISTRICT",
        "WGS84, 120.3510, -36.0831, OUTSIDE_DISTRICT",
        "WGS84, 120.4801, 36.1, OUTSIDE_DISTRICT",
        "GCJ02, 120.4801, 36.1, none"
      })
  void a_point_is_judged_where_it_lies_in_wgs84(
      Crs crs, double longitude, double latitude, PointDoubt doubt) {
    assertEquals(Optional.ofNullable(doubt), Bounds.doubt(DISTRICT, crs, longitude, latitude));
  }

  @Test
  void without_a_district_nothing_is_doubted() {
    assertEquals(Optional.empty(), Bounds.doubt(List.of(), Crs.WGS84, 0, 0));
  }
}
