package org.bihuan.localstack;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a token speaks for. Two officers of the same role and unit are told apart by {@code
 * subject}.
 *
 * @param role what the person may do
 * @param subject who it is; absent: made from the role and the place, {@code
 *     unit-handler-URBAN_MANAGEMENT_BUREAU}
 * @param unit code of the person's unit
 * @param line code of the work line the person leads
 * @param subdistrict code of the person's sub-district
 */
public record Identity(
    Role role,
    Optional<String> subject,
    Optional<String> unit,
    Optional<String> line,
    Optional<String> subdistrict) {

  public static Identity of(Role role) {
    return new Identity(
        role, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Identity called(String name) {
    return new Identity(role, Optional.ofNullable(name), unit, line, subdistrict);
  }

  public Identity ofUnit(String code) {
    return new Identity(role, subject, Optional.ofNullable(code), line, subdistrict);
  }

  public Identity ofLine(String code) {
    return new Identity(role, subject, unit, Optional.ofNullable(code), subdistrict);
  }

  public Identity ofSubdistrict(String code) {
    return new Identity(role, subject, unit, line, Optional.ofNullable(code));
  }

  /** The {@code sub} of the token. */
  String name() {
    return subject.orElseGet(
        () ->
            role.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + Stream.of(unit, line, subdistrict)
                    .map(place -> place.orElse(null))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(place -> "-" + place)
                    .orElse(""));
  }
}
