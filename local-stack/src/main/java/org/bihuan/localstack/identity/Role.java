package org.bihuan.localstack.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.localstack.layout.StackFailure;

/** The roles that a token can carry in {@code groups}. */
public enum Role {
  CHANNEL_CLERK("渠道坐席", "clerk of a channel", "channel", "HOTLINE_12319"),
  SPECIAL_TEAM("专班", "special team"),
  UNIT_HANDLER("责任单位经办人", "handler of a unit", "unit", "HOUSING_BUREAU"),
  UNIT_LEADER("责任单位负责人", "leader of a unit", "unit", "HOUSING_BUREAU"),
  SUBDISTRICT("街道", "sub-district", "subdistrict", "370203021"),
  /** Of the special team, which is never a responsible unit. */
  INSPECTOR("督查人员", "inspector", "unit", "SPECIAL_TEAM"),
  LINE_LEADER("分管领导", "leader of a work line", "line", "CITY_APPEARANCE"),
  TOP_LEADER("主要领导", "leader of the district"),
  COMMITTEE_INSPECTOR("区委督查", "inspector of the district committee"),
  DISCIPLINE("纪委", "discipline commission"),
  ASSESSOR("考核人员", "assessor"),
  ADMIN("管理员", "administrator");

  private final String chinese;
  private final String english;
  private final Map<String, String> usualBounds;

  Role(String chinese, String english) {
    this(chinese, english, Map.of());
  }

  Role(String chinese, String english, String claim, String code) {
    this(chinese, english, Map.of(claim, code));
  }

  Role(String chinese, String english, Map<String, String> usualBounds) {
    this.chinese = chinese;
    this.english = english;
    this.usualBounds = usualBounds;
  }

  /** What somebody in this role is called, for people of a district. */
  public String chinese() {
    return chinese;
  }

  /** The same for people who read English. */
  public String english() {
    return english;
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
