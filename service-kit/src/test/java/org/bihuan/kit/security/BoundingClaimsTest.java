package org.bihuan.kit.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login carries for a bound, whoever set it up. */
class BoundingClaimsTest {

  @Test
  void one_code_and_no_claim_are_clear() {
    assertTrue(BoundingClaims.isClear(null));
    assertTrue(BoundingClaims.isClear("HOUSING_BUREAU"));
    assertTrue(BoundingClaims.isClear(Json.createValue("HOUSING_BUREAU")));
    assertTrue(BoundingClaims.isClear(List.of(Json.createValue("HOUSING_BUREAU"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "housing_bureau", "HOUSING BUREAU", "住建局", "НOUSING"})
  void what_is_no_code_is_not_clear(String claim) {
    assertFalse(BoundingClaims.isClear(claim));
    assertFalse(BoundingClaims.isClear(Json.createValue(claim)));
    assertFalse(BoundingClaims.isClear(List.of("HOUSING_BUREAU", claim)));
  }

  @Test
  void several_codes_and_none_in_a_list_are_not_clear() {
    assertFalse(BoundingClaims.isClear(List.of()));
    assertFalse(BoundingClaims.isClear(List.of("HOUSING_BUREAU", "ROOF_OFFICE")));
    assertEquals(
        Set.of("HOUSING_BUREAU"), BoundingClaims.codes(List.of("HOUSING_BUREAU", "roof office")));
  }
}
