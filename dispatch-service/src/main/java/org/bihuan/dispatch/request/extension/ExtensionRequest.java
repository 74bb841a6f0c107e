package org.bihuan.dispatch.request.extension;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.request.UnitRequest;

/**
 * The unit asks for more time before its limit is over (延期). Nothing moves until the special team
 * agrees. What nobody has decided when the unit replies for good, or when the limit ends otherwise,
 * lapses.
 */
@Entity
@DiscriminatorValue("EXTENSION")
public class ExtensionRequest extends UnitRequest {

  @Column(name = "until")
  private Instant until;

  protected ExtensionRequest() {}

  ExtensionRequest(UUID itemId, NewExtensionRequest wanted, Instant at, Actor by) {
    super(itemId, wanted.reason(), at, by);
    this.until = wanted.until();
  }

  /** End of the limit that the unit asks for. */
  public Instant until() {
    return until;
  }
}
