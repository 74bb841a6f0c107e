package org.bihuan.intake.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that stands in a longer one is not named. */
class NamedPlacesTest {

  @ParameterizedTest
  @CsvSource({
    "上四方社区 四方社区, 上四方社区",
    "四方社区 山东路社区, 四方社区 山东路社区",
    "四方社区 四方街道, 四方社区",
    "四方街道 山东路社区, 四方街道 山东路社区"
  })
  void what_is_part_of_a_longer_name_or_of_ones_own_sub_district_is_left_out(
      String named, String left) {
    assertEquals(
        List.of(left.split(" ")),
        PlaceNames.withoutNeedless(
                Stream.of(named.split(" "))
                    .map(
                        name ->
                            PlaceNames.guess(
                                name.contains("四方") ? "370203028" : "370203014",
                                name.endsWith("街道") ? null : "370203028001",
                                name))
                    .toList())
            .stream()
            .flatMap(guess -> guess.words().stream())
            .toList());
  }
}
