package org.bihuan.localstack;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The roles that a token can carry in {@code groups}. */
public enum Role {
  CHANNEL_CLERK,
  SPECIAL_TEAM,
  UNIT_HANDLER,
  UNIT_LEADER,
  SUBDISTRICT,
  INSPECTOR,
  LINE_LEADER,
  TOP_LEADER,
  COMMITTEE_INSPECTOR,
  DISCIPLINE,
  ASSESSOR,
  ADMIN;

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
