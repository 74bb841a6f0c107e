package org.bihuan.kit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\t=1",
        "\r=1",
        "\n1",
        " =1",
        "\u00a0=1",
        "\u3000＝1",
        "\uFEFF=1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        "=HYPERLINK(\"http://example.org\")",
        "-",
        "="
      })
  void what_looks_like_a_formula_begins_with_an_apostrophe(String text) {
    assertEquals("'" + text, CellText.harmless(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1", "a=b", "'=1", "示例路 1 号", "\"=1\"", "0532-0000", "(=1)"})
  void other_texts_stay_as_they_are(String text) {
    assertEquals(text, CellText.harmless(text));
  }

  @Test
  void a_control_character_does_not_hide_a_formula() {
    assertEquals("'=1", CellText.harmless("\u0000\u0007=1"));
  }

  @Test
  void a_text_is_cut_to_what_a_cell_can_hold_and_no_character_in_two() {
    String cut = CellText.bounded("\uD83C\uDFD7".repeat(40_000));
    assertTrue(cut.length() < 32_767);
    assertTrue(cut.endsWith("\uDFD7…"));
  }
}
