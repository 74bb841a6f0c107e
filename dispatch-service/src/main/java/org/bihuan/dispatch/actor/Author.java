package org.bihuan.dispatch.actor;

import jakarta.persistence.Embeddable;
import org.bihuan.contract.Actor;

/** Who did something, as a row keeps it; the columns are named where it is embedded. */
@Embeddable
public record Author(String role, String unitCode, String subject) {

  public static Author of(Actor actor) {
    return new Author(actor.role(), actor.unitCode(), actor.subject());
  }

  public Actor actor() {
    return new Actor(role, unitCode, subject);
  }
}
