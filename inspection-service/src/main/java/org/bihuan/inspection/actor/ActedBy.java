package org.bihuan.inspection.actor;

import jakarta.persistence.Embeddable;
import org.bihuan.contract.Actor;

/**
 * An {@link Actor} as a record keeps it.
 *
 * @param role role in which it was done
 * @param unitCode unit of the one who did it, or {@code null}
 * @param subject opaque identifier, never a person's name
 */
@Embeddable
public record ActedBy(String role, String unitCode, String subject) {

  public static ActedBy of(Actor actor) {
    return new ActedBy(actor.role(), actor.unitCode(), actor.subject());
  }

  public Actor actor() {
    return new Actor(role, unitCode, subject);
  }
}
