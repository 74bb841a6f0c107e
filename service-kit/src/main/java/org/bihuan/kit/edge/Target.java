package org.bihuan.kit.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a request line asks for. Only one way to write an address is taken: a proxy before us and
 * the router behind us must not read two different things in it.
 */
final class Target {

  private Target() {}

  /** Whether a path says the same to everyone: proper escapes, no dot segments, no controls. */
  static boolean isPlainPath(String path) {
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
