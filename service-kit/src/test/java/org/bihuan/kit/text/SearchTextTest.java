package org.bihuan.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @Test
  void a_question_is_its_words_of_one_width_and_case() {
    assertEquals(List.of("道路", "led"), SearchText.words(" 道路　ＬＥＤ 道路\n"));
    assertEquals(List.of("\u00e9"), SearchText.words("E\u0301"));
    assertEquals(List.of(), SearchText.words(null));
  }

  @Test
  void wildcards_are_characters_like_others() {
    assertEquals("%x5x\\%x%", SearchText.pattern("5%"));
    assertEquals("%x\\_x\\\\x%", SearchText.pattern("_\\"));
    assertEquals(List.of("5%"), SearchText.words("５％"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "创督〔2026〕104号",
        "创督[2026]104号",
        "创督［２０２６］１０４号",
        "创督（2026）104号",
        "创督(2026) 104 号",
        "创督【2026】104号",
        " 创督 2026 104号 "
      })
  void a_serial_is_the_same_in_every_spelling(String serial) {
    assertEquals("创督2026104号", SearchText.serialKey(serial));
  }

  @ParameterizedTest
  @ValueSource(strings = {"大数据局(A)", "大数据局（a）", " 大数据 局(Ａ)", "大数据局\u3000（A）"})
  void a_name_is_the_same_in_every_width_and_with_any_blanks(String name) {
    assertEquals("大数据局(a)", SearchText.nameKey(name));
  }
}
