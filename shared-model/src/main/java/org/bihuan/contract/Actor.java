package org.bihuan.contract;

/**
 * Who caused a fact, without naming a person.
 *
 * @param role role in which the actor acted, e.g. {@code UNIT_HANDLER}; {@code SYSTEM} for timers
 *     and rules
 * @param unitCode unit of the actor, or {@code null} when the role has none
 * @param subject opaque identifier from the identity provider ({@code sub} of the token), or the
 *     rule that acted
 */
public record Actor(String role, @MayBeNull String unitCode, String subject) {

  /** Role of what nobody in person does. */
  public static final String SYSTEM = "SYSTEM";

  /** The rule or timer {@code rule} acted, nobody's hand. */
  public static Actor system(String rule) {
    return new Actor(SYSTEM, null, rule);
  }
}
