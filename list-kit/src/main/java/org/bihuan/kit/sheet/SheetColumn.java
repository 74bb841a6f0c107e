package org.bihuan.kit.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column that a sheet can have, in whatever place.
 *
 * @param headings how it may be headed, the usual first; case, width and blanks do not matter, nor
 *     what a bracket or asterisk adds
 * @param required whether a sheet without it is refused
 * @param ignored whether nothing of it is read, as with running numbers and remarks
 */
public record SheetColumn(List<String> headings, boolean required, boolean ignored) {

  public static SheetColumn required(String... headings) {
    return new SheetColumn(List.of(headings), true, false);
  }

  public static SheetColumn optional(String... headings) {
    return new SheetColumn(List.of(headings), false, false);
  }

  public static SheetColumn ignored(String... headings) {
    return new SheetColumn(List.of(headings), false, true);
  }

  /** The usual heading. */
  public String heading() {
    return headings.get(0);
  }

  boolean isHeaded(String text) {
    String key = key(text);
    return !key.isEmpty() && headings.stream().map(SheetColumn::key).anyMatch(key::equals);
  }

  private static String key(String heading) {
    String folded = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String[] words = folded.replace("*", "").split("\\(", 2)[0].split("\\s+");
    return String.join("", Arrays.asList(words));
  }
}
