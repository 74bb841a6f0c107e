package org.bihuan.kit.export;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What columns and codes are called in a language: {@code columns.properties} (Chinese) and {@code
 * columns_en.properties} of the service, then those of the shared words, then the kit's.
 *
 * @param locale Chinese or English
 */
record ExportWords(Locale locale) {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final List<String> BUNDLES =
      List.of("columns", "org/bihuan/contract/columns", "org/bihuan/kit/export/columns");

  /**
   * The words for {@code key}.
   *
   * @throws MissingResourceException when there are none, which is a mistake in the program
   */
  String text(String key, Object... values) {
    return find(key)
        .map(words -> new MessageFormat(words, Locale.ROOT).format(values))
        .orElseThrow(
            () -> new MissingResourceException("no words for " + key, BUNDLES.toString(), key));
  }

  /** What a component of a record is called: of just this record, or wherever it stands. */
  String component(Class<?> owner, String name) {
    return find(owner.getSimpleName() + "." + name).orElseGet(() -> text(name));
  }

  /** What a constant is called. The codes are English, so that they need no words in it. */
  String constant(Class<?> owner, String name) {
    return isEnglish() ? name : text(owner.getSimpleName() + "." + name);
  }

  boolean isEnglish() {
    return locale.equals(Locale.ENGLISH);
  }

  private Optional<String> find(String key) {
    for (String name : BUNDLES) {
      try {
        ResourceBundle bundle =
            ResourceBundle.getBundle(
                name, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        if (bundle.containsKey(key)) {
          return Optional.of(bundle.getString(key));
        }
      } catch (MissingResourceException serviceHasNoOwnWords) {
        continue;
      }
    }
    return Optional.empty();
  }
}
