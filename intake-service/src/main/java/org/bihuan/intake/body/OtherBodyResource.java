package org.bihuan.intake.body;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bodies to which complaints that are not ours are handed over. */
@Path("/api/v1/other-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "other-bodies", description = "To whom complaints that are not ours are handed over")
@Authenticated
public class OtherBodyResource {

  private final OtherBodies bodies;

  OtherBodyResource(OtherBodies bodies) {
    this.bodies = bodies;
  }

  /**
   * A body as clients see it.
   *
   * @param active whether complaints can still be handed over to it
   */
  public record OtherBodyView(
      @NotNull String code, @NotNull String name, @NotNull String englishName, boolean active) {}

  @GET
  @Operation(
      operationId = "listOtherBodies",
      summary = "Other bodies",
      description = "By code: who is responsible for what is not the district's daily management.")
  public List<OtherBodyView> list() {
    return bodies.ordered().stream()
        .map(
            body ->
                new OtherBodyView(body.code(), body.name(), body.englishName(), body.isActive()))
        .toList();
  }
}
