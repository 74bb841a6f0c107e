package org.bihuan.kit.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a request line asks for. Only one way to write an address is taken: a proxy before us and
 * the router behind us must not read two different things in it.
 */
final class Target {

  /** Escapes of letters, digits, {@code - . _} and of a slash, which would hide a path in it. */
  private static final Pattern NEEDLESS_ESCAPE =
      Pattern.compile(
          "%(2[d-f]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])", Pattern.CASE_INSENSITIVE);

  private Target() {}

  /**
   * Whether a path says the same to everyone: proper escapes and no others, no empty or dot
   * segments, no parameters of segments, no controls.
   */
  static boolean isPlainPath(String path) {
    if (path.contains("//") || path.indexOf(';') >= 0 || NEEDLESS_ESCAPE.matcher(path).find()) {
      return false;
    }
    String decoded = decoded(path, false);
    return decoded != null
        && decoded.indexOf('\\') < 0
        && decoded.chars().noneMatch(Character::isISOControl)
        && Arrays.stream(decoded.split("/", -1))
            .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  /** Whether a query has proper escapes of proper UTF-8. */
  static boolean isPlainQuery(String query) {
    return query == null || decoded(query, true) != null;
  }

  private static String decoded(String escaped, boolean plusIsSpace) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char character = escaped.charAt(i);
      if (character == '%') {
        int high = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 1), 16) : -1;
        int low = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else {
        // What is not escaped is one octet of the request line, Latin-1 or not.
        bytes.put((byte) (plusIsSpace && character == '+' ? ' ' : character));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }
}
