package org.bihuan.kit.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Words for refusals in the reader's language: Chinese unless English is asked for. A service adds
 * its own codes in {@code refusals.properties} (Chinese) and {@code refusals_en.properties}; what
 * it does not have comes from the kit's.
 */
@ApplicationScoped
public class Messages {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final List<String> BUNDLES =
      List.of("refusals", "org/bihuan/kit/refusal/refusals");

  /**
   * Chinese or English, from the header {@code Accept-Language}; a header that cannot be read
   * counts as none.
   */
  public static Locale locale(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.CHINESE;
    }
    try {
      Locale best =
          Locale.lookup(
              Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
      return best == null ? Locale.CHINESE : best;
    } catch (IllegalArgumentException unreadable) {
      return Locale.CHINESE;
    }
  }

  /**
   * The message {@code key} in {@code locale}.
   *
   * @throws MissingResourceException when no bundle has it, which is a mistake in the program
   */
  public String text(Locale locale, String key, Object... arguments) {
    for (String name : BUNDLES) {
      try {
        ResourceBundle bundle =
            ResourceBundle.getBundle(
                name, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        if (bundle.containsKey(key)) {
          return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
        }
      } catch (MissingResourceException serviceHasNoOwnWords) {
        continue;
      }
    }
    throw new MissingResourceException("no words for " + key, BUNDLES.toString(), key);
  }
}
