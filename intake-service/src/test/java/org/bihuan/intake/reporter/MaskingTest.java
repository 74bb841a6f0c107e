package org.bihuan.intake.reporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({
    "电话13812345678请回复, 电话138****5678请回复",
    "138 1234 5678, 138****5678",
    "0532-85661234, 0532-****1234",
    "053285661234, 0532****1234",
    "身份证370203199001011234, 身份证370203********1234",
    "12319热线 第 20261124 号, 12319热线 第 20261124 号",
    "李某某家楼顶漏雨, 李*家楼顶漏雨",
  })
  void text_that_leaves_this_service_has_no_numbers_and_no_name(String text, String masked) {
    assertEquals(masked, Masking.text(text, "李某某"));
  }

  @ParameterizedTest
  @CsvSource({"李某某, 李*", "欧阳, 欧*", "李, 李*"})
  void of_a_name_the_first_character_stays(String name, String masked) {
    assertEquals(masked, Masking.name(name));
  }

  @ParameterizedTest
  @CsvSource({"13812345678, 138****5678", "0532-85661234, 0532-****1234", "85661234, ****1234"})
  void of_a_phone_the_last_four_digits_stay(String phone, String masked) {
    assertEquals(masked, Masking.phone(phone));
  }
}
