package org.bihuan.inspection.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidencePolicyTest {

  private static List<Evidence> listed(String names) {
    return names == null
        ? List.of()
        : List.of(names.split(" ")).stream().map(Evidence::valueOf).toList();
  }

  @ParameterizedTest(name = "{0} {1} {2}, given {3}, waived {4}")
  @CsvSource({
    "ADVISED,  ADVISED,  ADVISED,                     ,                ,                , PHOTO POSITION QUIET_TIME",
    "ADVISED,  ADVISED,  ADVISED,  PHOTO POSITION QUIET_TIME,          ,                ,",
    "NONE,     NONE,     NONE,                        ,                ,                ,",
    "REQUIRED, ADVISED,  NONE,                        ,                , PHOTO          , PHOTO POSITION",
    "REQUIRED, ADVISED,  NONE,     PHOTO              ,                ,                , POSITION",
    "REQUIRED, ADVISED,  NONE,                        , PHOTO          ,                , PHOTO POSITION",
    "REQUIRED, REQUIRED, REQUIRED,                    ,                , PHOTO POSITION QUIET_TIME, PHOTO POSITION QUIET_TIME",
    "REQUIRED, REQUIRED, REQUIRED, PHOTO              , QUIET_TIME     , POSITION       , POSITION QUIET_TIME",
    "REQUIRED, REQUIRED, REQUIRED, PHOTO POSITION QUIET_TIME,          ,                ,",
    "REQUIRED, REQUIRED, REQUIRED, PHOTO              , PHOTO          , POSITION QUIET_TIME, POSITION QUIET_TIME",
    "NONE,     NONE,     REQUIRED, PHOTO POSITION     ,                , QUIET_TIME     , QUIET_TIME",
    "ADVISED,  NONE,     NONE,     QUIET_TIME         , PHOTO          ,                , PHOTO",
  })
  void what_is_required_and_neither_given_nor_waived_forbids_and_what_was_asked_for_is_recorded(
      EvidenceRule photo,
      EvidenceRule position,
      EvidenceRule quietTime,
      String given,
      String waived,
      String lacking,
      String missing) {
    EvidencePolicy policy = new EvidencePolicy(photo, position, quietTime);
    assertEquals(listed(lacking), policy.lacking(listed(given), listed(waived)));
    assertEquals(listed(missing), policy.missing(listed(given)));
  }
}
