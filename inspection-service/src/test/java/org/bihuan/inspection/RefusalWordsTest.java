package org.bihuan.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static ResourceBundle words(Locale locale) {
    return ResourceBundle.getBundle("refusals", locale, NO_FALLBACK);
  }

  @Test
  void every_refusal_has_words_in_both_languages() {
    ResourceBundle chinese = words(Locale.CHINESE);
    ResourceBundle english = words(Locale.ENGLISH);
    assertEquals(new TreeSet<>(chinese.keySet()), new TreeSet<>(english.keySet()));
    for (String key : chinese.keySet()) {
      assertTrue(chinese.getString(key).codePoints().anyMatch(Character::isIdeographic), key);
      assertTrue(english.getString(key).codePoints().noneMatch(Character::isIdeographic), key);
      assertEquals(
          new MessageFormat(chinese.getString(key), Locale.ROOT).getFormats().length,
          new MessageFormat(english.getString(key), Locale.ROOT).getFormats().length,
          key);
    }
  }
}
