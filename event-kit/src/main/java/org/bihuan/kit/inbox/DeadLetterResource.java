package org.bihuan.kit.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.bihuan.kit.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Lets an operator see what was not applied and, once the cause is mended, apply it after all. */
@Path("/operations/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(
    name = "operations",
    description = "For whoever runs the service: events that could not be applied")
public class DeadLetterResource {

  private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
  private static final int MOST_SHOWN = 200;

  private final DeadLetters deadLetters;
  private final Inbox inbox;

  DeadLetterResource(DeadLetters deadLetters, Inbox inbox) {
    this.deadLetters = deadLetters;
    this.inbox = inbox;
  }

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "Events that were not applied",
      description =
          "Oldest first, at most 200. An event is set aside when applying it failed three times or"
              + " it cannot be read; what comes later under its key waits behind it.")
  public List<DeadLetter> list() {
    return deadLetters.oldest(MOST_SHOWN);
  }

  /** All parked events of the key are applied in order, or none. */
  @POST
  @Path("/{id}/replay")
  @Transactional
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Apply an event and those parked behind it",
      description =
          "In order, all of them or none; answers those that were applied. To be used once the cause"
              + " is mended.")
  @Refuses(status = 409, when = "It still cannot be applied (dead-letter-still-fails)")
  public List<DeadLetter> replay(@PathParam("id") UUID id) {
    List<DeadLetters.Parked> sameKey = found(id);
    for (DeadLetters.Parked parked : sameKey) {
      apply(parked);
    }
    return sameKey.stream().map(DeadLetters.Parked::letter).toList();
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Give an event up",
      description = "It is never applied; what is parked behind it can be replayed.")
  public void discard(@PathParam("id") UUID id) {
    found(id);
    LOG.warnf("Dead letter %s given up by hand", id);
    deadLetters.remove(id);
  }

  private void apply(DeadLetters.Parked parked) {
    try {
      inbox.apply(parked.event());
      deadLetters.remove(parked.letter().id());
    } catch (RuntimeException still) {
      if (DatabaseFailure.isAway(still)) {
        throw still;
      }
      LOG.warnf(still, "Dead letter %s still fails", parked.letter().id());
      throw new Conflict("dead-letter-still-fails", parked.letter().id());
    }
  }

  private List<DeadLetters.Parked> found(UUID id) {
    List<DeadLetters.Parked> sameKey = deadLetters.withSameKey(id);
    if (sameKey.isEmpty()) {
      throw new NotFound("dead-letter-not-found", id);
    }
    return sameKey;
  }
}
