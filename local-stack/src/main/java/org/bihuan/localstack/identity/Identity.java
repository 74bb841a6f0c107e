package org.bihuan.localstack.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whom a token speaks for. Two officers of the same role and unit are told apart by {@code
 * subject}. What is not said is as usual for the role; see {@link #withoutUsualClaims}.
 *
 * @param role what the person may do
 * @param subject who it is; absent: made from the role and the place, {@code
 *     unit-handler-URBAN_MANAGEMENT_BUREAU}
 * @param unit code of the person's unit
 * @param line code of the work line the person leads
 * @param subdistrict code of the person's sub-district
 * @param channels codes of the channels the person takes complaints in for
 * @param otherRoles what else the person may do
 * @param usual whether the token carries what the role usually has where nothing else is said
 */
public record Identity(
    Role role,
    Optional<String> subject,
    Optional<String> unit,
    Optional<String> line,
    Optional<String> subdistrict,
    List<String> channels,
    List<Role> otherRoles,
    boolean usual) {

  /** Somebody in {@code role} as the demonstration knows it. */
  public static Identity of(Role role) {
    Optional<String> none = Optional.empty();
    return new Identity(role, none, none, none, none, List.of(), List.of(), true);
  }

  public Identity called(String name) {
    return new Identity(
        role, Optional.ofNullable(name), unit, line, subdistrict, channels, otherRoles, usual);
  }

  public Identity ofUnit(String code) {
    return new Identity(
        role, subject, Optional.ofNullable(code), line, subdistrict, channels, otherRoles, usual);
  }

  public Identity ofLine(String code) {
    return new Identity(
        role, subject, unit, Optional.ofNullable(code), subdistrict, channels, otherRoles, usual);
  }

  public Identity ofSubdistrict(String code) {
    return new Identity(
        role, subject, unit, line, Optional.ofNullable(code), channels, otherRoles, usual);
  }

  public Identity ofChannels(List<String> codes) {
    return new Identity(
        role, subject, unit, line, subdistrict, List.copyOf(codes), otherRoles, usual);
  }

  /** The same person with further roles, each with what it usually has. */
  public Identity alsoAs(Role... further) {
    return new Identity(role, subject, unit, line, subdistrict, channels, List.of(further), usual);
  }

  /** The same with nothing in the token but what was said: a login that was set up badly. */
  public Identity withoutUsualClaims() {
    return new Identity(role, subject, unit, line, subdistrict, channels, otherRoles, false);
  }

  /** The claims that bound the role: text, or a list where there is more than one. */
  Map<String, Object> bounds() {
    Map<String, Object> bounds = new TreeMap<>();
    if (usual) {
      otherRoles.forEach(other -> bounds.putAll(other.usualBounds()));
      bounds.putAll(role.usualBounds());
    }
    subdistrict.ifPresent(code -> bounds.put("subdistrict", code));
    if (usual && role == Role.SUBDISTRICT) {
      // Its office, which can be a responsible unit itself.
      bounds.put("unit", "SUBDISTRICT_" + bounds.get("subdistrict"));
    }
    unit.ifPresent(code -> bounds.put("unit", code));
    line.ifPresent(code -> bounds.put("line", code));
    if (!channels.isEmpty()) {
      bounds.put("channel", channels.size() == 1 ? channels.get(0) : channels);
    }
    return bounds;
  }

  /** The names of all roles. */
  List<String> groups() {
    return Stream.concat(Stream.of(role), otherRoles.stream()).map(Role::name).toList();
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
