package org.bihuan.kit.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.bihuan.kit.refusal.Invalid;

/**
 * The last row of a page: its sort value and id. On the wire it is bound to its question, so that a
 * cursor of another list or filter is refused instead of answering nonsense.
 *
 * @param value sort value, or {@code null} when the row has none or the list is sorted by id alone
 */
record Cursor(Instant value, UUID id) {

  String format(String question) {
    String text = question + "|" + (value == null ? "" : value) + "|" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static boolean isOf(String cursor, String question) {
    try {
      parse(cursor, question);
      return true;
    } catch (Invalid otherwise) {
      return false;
    }
  }

  static Cursor parse(String cursor, String question) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split("\\|", -1);
      if (parts.length != 3 || !parts[0].equals(question)) {
        throw new Invalid("cursor", "cursor");
      }
      return new Cursor(
          parts[1].isEmpty() ? null : Instant.parse(parts[1]), UUID.fromString(parts[2]));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      throw new Invalid("cursor", "cursor");
    }
  }
}
