package org.bihuan.intake.open311.wire;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kit.refusal.Malformed;
import org.bihuan.kit.text.VisibleText;

/**
 * A body of {@code application/x-www-form-urlencoded}, in UTF-8 as the standard demands. A field
 * without anything to see in it is one that was not sent.
 *
 * @param fields values by name, in the order sent
 */
public record FormBody(Map<String, List<String>> fields) {

  private static final int MOST_FIELDS = 1_000;

  /**
   * Reads a body.
   *
   * @throws Malformed {@code form-unreadable} when it has escapes that are none, is not UTF-8, or
   *     has more than 1000 fields
   */
  public static FormBody read(byte[] body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String[] pairs = new String(body, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw new Malformed("form-unreadable");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!name.isEmpty() && !VisibleText.isBlank(value)) {
        fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    return new FormBody(fields);
  }

  /** The first value of a field. */
  public Optional<String> first(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static String decoded(String escaped) {
    try {
      byte[] octets =
          URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      throw new Malformed("form-unreadable");
    }
  }
}
