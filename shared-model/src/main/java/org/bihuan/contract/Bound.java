package org.bihuan.contract;

import java.util.Set;

/**
 * Claims of a token that bound what a role may see and do. A role that is bounded and whose claim
 * is missing sees nothing and may do nothing of what the claim bounds.
 */
public enum Bound {

  /** Channels that a {@link Role#CHANNEL_CLERK} takes complaints in for; one or several. */
  CHANNEL("channel", Role.CHANNEL_CLERK),

  /**
   * The one unit a person works for: bounds {@link Role#UNIT_HANDLER} and {@link Role#UNIT_LEADER},
   * and says of an {@link Role#INSPECTOR} whose fixing it may not judge.
   */
  UNIT("unit", Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.INSPECTOR),

  /** Work lines that a {@link Role#LINE_LEADER} is in charge of; one or several. */
  LINE("line", Role.LINE_LEADER),

  /** Sub-districts that a {@link Role#SUBDISTRICT} speaks for; one or several. */
  SUBDISTRICT("subdistrict", Role.SUBDISTRICT);

  private final String claim;
  private final Set<String> roles;

  Bound(String claim, String... roles) {
    this.claim = claim;
    this.roles = Set.of(roles);
  }

  /** Name of the claim. */
  public String claim() {
    return claim;
  }

  /** Roles that need it. */
  public Set<String> roles() {
    return roles;
  }
}
