package org.bihuan.dispatch.organisation.leader;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bodies that lead the district. */
@Path("/api/v1/leading-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "leading-bodies", description = "Bodies that lead the district (四大班子)")
@Authenticated
public class LeadingBodyResource {

  private final LeadingBodies bodies;

  LeadingBodyResource(LeadingBodies bodies) {
    this.bodies = bodies;
  }

  /** A leading body as clients see it. */
  public record LeadingBodyView(@NotNull String code, @NotNull String name) {}

  @GET
  @Operation(
      operationId = "listLeadingBodies",
      summary = "The leading bodies in their order, on one page",
      description = "Each takes whole areas: see `GET /duties?kind=AREA`.")
  public Page<LeadingBodyView> list() {
    return new Page<>(bodies.ordered(), null, null)
        .map(body -> new LeadingBodyView(body.code(), body.name()));
  }
}
