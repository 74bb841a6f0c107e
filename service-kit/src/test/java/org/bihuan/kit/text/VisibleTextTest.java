package org.bihuan.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\r\n",
        "\u00a0",
        "\u3000",
        "\u200b",
        "\u200d\u200c",
        "\u200e\u200f",
        "\u202e\u202c",
        "\u2067\u2069",
        "\ufeff",
        "\u00ad",
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\udb40\udc41",
        " \u200b\u3000\ufeff "
      })
  void what_nobody_sees_is_no_text(String text) {
    assertNull(VisibleText.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " 12 ,12",
        "\u3000台东\u200b,台东",
        "\ufeffA B\u00a0,A B",
        "a\u200bb,a\u200bb",
        "\u202e12\u202c,12"
      })
  void what_is_not_seen_is_cut_off_at_the_ends_alone(String text, String seen) {
    assertEquals(seen, VisibleText.of(text));
  }

  @Test
  void what_belongs_to_the_symbol_before_it_stays() {
    assertEquals("\u2602\ufe0f", VisibleText.of("\u2602\ufe0f "));
    String england =
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";
    assertEquals(england, VisibleText.of(england));
  }

  @Test
  void no_text_is_none() {
    assertNull(VisibleText.of(null));
  }
}
