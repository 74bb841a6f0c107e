package org.bihuan.dispatch.request.returning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.routing.ruling.PrecedentPlace;
import org.bihuan.kit.refusal.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingPolicyTest {

  private static NewRuling ruling(boolean precedent, PrecedentPlace place) {
    return new NewRuling("HOUSING_BUREAU", "OWNER_DUTY", "由主管部门督促", precedent, place);
  }

  private static RoutingScope problem(String category, String subdistrict, String community) {
    return new RoutingScope(category, subdistrict, community, SourceKind.MEDIA_EXPOSURE);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "           , 370203021,",
    "SUBDISTRICT, 370203021,",
    "COMMUNITY  , 370203021, 370203021005",
    "DISTRICT   ,          ,",
  })
  void a_precedent_is_for_the_place_as_wide_as_is_wanted_whoever_found_it(
      PrecedentPlace place, String subdistrict, String community) {
    assertEquals(
        new RoutingScope("ROOF_LEAK", subdistrict, community, null),
        RulingPolicy.scope(ruling(true, place), problem("ROOF_LEAK", "370203021", "370203021005")));
    assertNull(RulingPolicy.scope(ruling(false, null), problem("ROOF_LEAK", null, null)));
  }

  @ParameterizedTest(name = "{0} {1} of {2} in {3}, {4}: {5}")
  @CsvSource({
    "true,             , ROOF_LEAK,          ,             , none",
    "true,  DISTRICT   , ROOF_LEAK,          ,             , none",
    "true,  SUBDISTRICT, ROOF_LEAK, 370203021,             , none",
    "true,  SUBDISTRICT, ROOF_LEAK,          ,             , place-of-item-unknown",
    "true,  COMMUNITY  , ROOF_LEAK, 370203021,             , place-of-item-unknown",
    "true,  COMMUNITY  , ROOF_LEAK, 370203021, 370203021005, none",
    "true,  DISTRICT   ,          , 370203021,             , precedent-without-category",
    "false, DISTRICT   , ROOF_LEAK, 370203021,             , place-without-precedent",
    "false,            ,          ,          ,             , none",
  })
  void a_ruling_whose_like_cases_cannot_be_told_is_no_precedent(
      boolean precedent,
      PrecedentPlace place,
      String category,
      String subdistrict,
      String community,
      String fault) {
    assertEquals(
        fault,
        RulingPolicy.fault(ruling(precedent, place), problem(category, subdistrict, community))
            .map(FieldError::code)
            .orElse("none"));
  }
}
