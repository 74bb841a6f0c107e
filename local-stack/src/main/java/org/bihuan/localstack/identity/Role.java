package org.bihuan.localstack.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.localstack.layout.StackFailure;

/** The roles that a token can carry in {@code groups}. */
public enum Role {
  CHANNEL_CLERK("channel", "HOTLINE_12319"),
  SPECIAL_TEAM,
  UNIT_HANDLER("unit", "HOUSING_BUREAU"),
  UNIT_LEADER("unit", "HOUSING_BUREAU"),
  SUBDISTRICT("subdistrict", "370203021"),
  /** Of the special team, which is never a responsible unit. */
  INSPECTOR("unit", "SPECIAL_TEAM"),
  LINE_LEADER("line", "CITY_APPEARANCE"),
  TOP_LEADER,
  COMMITTEE_INSPECTOR,
  DISCIPLINE,
  ASSESSOR,
  ADMIN;

  private final Map<String, String> usualBounds;

  Role() {
    this.usualBounds = Map.of();
  }

  Role(String claim, String code) {
    this.usualBounds = Map.of(claim, code);
  }

  /** What bounds the role where nothing else is said: that of its user in the Keycloak realm. */
  Map<String, String> usualBounds() {
    return usualBounds;
  }

  /**
   * The role of this name, in any case and with hyphens too.
   *
   * @throws StackFailure for any other name; lists the roles
   */
  public static Role named(String name) {
    String wanted = name.strip().replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(role -> role.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new StackFailure(
                    "There is no role '"
                        + name
                        + "'. Roles: "
                        + Arrays.stream(values()).map(Role::name).collect(Collectors.joining(", "))
                        + "."));
  }
}
