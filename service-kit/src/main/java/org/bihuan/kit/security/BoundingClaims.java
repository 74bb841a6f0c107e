package org.bihuan.kit.security;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what a login carries for a bound: text or an array of texts. What is no code counts as
 * missing, so that a blank, a different case or a look-alike letter closes instead of passing for
 * another code.
 */
final class BoundingClaims {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");

  private BoundingClaims() {}

  /** The codes in {@code claim}; empty for {@code null} and for anything but text. */
  static Set<String> codes(Object claim) {
    TreeSet<String> codes = new TreeSet<>();
    for (Object one : listOf(claim)) {
      String text = one instanceof JsonString json ? json.getString() : String.valueOf(one);
      if (CODE.matcher(text).matches()) {
        codes.add(text);
      }
    }
    return codes;
  }

  /** Whether {@code claim} says nothing, or one code and nothing beside it. */
  static boolean isClear(Object claim) {
    return claim == null || listOf(claim).size() == 1 && codes(claim).size() == 1;
  }

  private static Collection<?> listOf(Object claim) {
    if (claim instanceof Collection<?> several) {
      return several;
    }
    return claim == null ? List.of() : List.of(claim);
  }
}
