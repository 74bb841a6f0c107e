package org.bihuan.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "致电19900000123核实, 致电199****0123核实",
    "199 0000 0123, 199****0123",
    "0532-80000123, 0532-****0123",
    "053280000123, 0532****0123",
    "370203200001010012, 370203********0012",
    "37020320000101001X, 370203********001X",
    "长120米宽35米, 长120米宽35米",
    "点位编号 202611240815, 点位编号 202611240815"
  })
  void numbers_that_lead_to_a_person_are_masked_and_others_stay(String text, String masked) {
    assertEquals(masked, PersonalNumbers.masked(text));
  }
}
