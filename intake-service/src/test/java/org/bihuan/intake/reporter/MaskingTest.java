package org.bihuan.intake.reporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({
    "电话13812345678请回复, 电话138****5678请回复",
    "138 1234 5678, 138****5678",
    "0532-85661234, 0532-****1234",
    "053285661234, 0532-****1234",
    "身份证370203199001011234, 身份证370203********1234",
    "12319热线 第 20261124 号, 12319热线 第 20261124 号",
    "李某某家楼顶漏雨, 李*家楼顶漏雨",
    "李 某 某家楼顶漏雨, 李*家楼顶漏雨",
    "李\u200b某某家楼顶漏雨, 李*家楼顶漏雨",
    "家里座机8388 0503, 家里座机****0503",
    "家里座机0532 83880503, 家里座机0532-****0503",
    "家里座机８３８８０５０３, 家里座机****0503",
  })
  void text_that_leaves_this_service_has_no_numbers_and_no_name(String text, String masked) {
    assertEquals(
        masked, Masking.text(text, new NewReporter(" 李某某 ", "0532-83880503", false, false, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "李", "\u200b"})
  void a_name_too_short_to_be_told_from_other_words_spoils_no_text(String name) {
    String text = "李家庄 3 号 楼顶漏雨";
    assertEquals(text, Masking.text(text, new NewReporter(name, null, false, false, false)));
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
