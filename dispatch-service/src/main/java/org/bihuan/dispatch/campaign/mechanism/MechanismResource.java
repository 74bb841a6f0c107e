package org.bihuan.dispatch.campaign.mechanism;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mechanisms under which campaigns are run. */
@Path("/api/v1/mechanisms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mechanisms", description = "Standing ways to work on one kind of problem (工作机制)")
@Authenticated
public class MechanismResource {

  private final Mechanisms mechanisms;

  MechanismResource(Mechanisms mechanisms) {
    this.mechanisms = mechanisms;
  }

  /**
   * A mechanism as clients see it.
   *
   * @param code by which a campaign names it
   */
  public record MechanismView(@NotNull String code, @NotNull String name) {}

  @GET
  @Operation(
      operationId = "listMechanisms",
      summary = "All mechanisms in their order, on one page",
      description = "Each refines a category of problems; a campaign can be run under one of them.")
  public Page<MechanismView> list() {
    return new Page<>(mechanisms.ordered(), null, null)
        .map(mechanism -> new MechanismView(mechanism.code(), mechanism.name()));
  }
}
