package org.bihuan.contract;

/**
 * Claims of a token that bound what a role may see and do. A role that is bounded and whose claim
 * is missing sees nothing and may do nothing of what the claim bounds.
 */
public enum Bound {

  /** Channels that a {@link Role#CHANNEL_CLERK} takes complaints in for; one or several. */
  CHANNEL("channel"),

  /**
   * The one unit a person works for: bounds {@link Role#UNIT_HANDLER} and {@link Role#UNIT_LEADER},
   * and says of an {@link Role#INSPECTOR} whose fixing it may not judge.
   */
  UNIT("unit"),

  /** Work lines that a {@link Role#LINE_LEADER} is in charge of; one or several. */
  LINE("line"),

  /** Sub-districts that a {@link Role#SUBDISTRICT} speaks for; one or several. */
  SUBDISTRICT("subdistrict");

  private final String claim;

  Bound(String claim) {
    this.claim = claim;
  }

  /** Name of the claim. */
  public String claim() {
    return claim;
  }
}
