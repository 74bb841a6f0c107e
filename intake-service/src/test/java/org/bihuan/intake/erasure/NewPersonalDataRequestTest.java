package org.bihuan.intake.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whatever spelling people give a number, it is the one that they left. */
class NewPersonalDataRequestTest {

  @ParameterizedTest
  @CsvSource({
    "19900000123, 19900000123",
    "+86 199-0000-0123, 19900000123",
    "8619900000123, 19900000123",
    "0532-86012345, 053286012345",
    "8653286012345,",
    "86053286012345, 053286012345",
    "86012345, 86012345",
    "86123456, 86123456",
    "12345,"
  })
  void the_code_of_the_country_is_no_part_of_a_number(String written, String plain) {
    assertEquals(
        plain,
        new NewPersonalDataRequest(PersonalDataRequestKind.EXPORT, written, null, "来电")
            .plainPhone());
  }
}
