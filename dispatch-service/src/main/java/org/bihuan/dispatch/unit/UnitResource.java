package org.bihuan.dispatch.unit;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Responsible units. */
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units", description = "Responsible units")
@Authenticated
public class UnitResource {

  private final UnitDesk desk;
  private final Answers answers;

  UnitResource(UnitDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of units in the description of the API. */
  public record UnitPage(List<UnitView> items, String nextCursor, Long total) {}

  @GET
  @Operation(
      operationId = "listUnits",
      summary = "Units, newest first",
      description = "Inactive ones too, since old orders still name them.")
  @APIResponse(
      responseCode = "200",
      description = "A page of units",
      content = @Content(schema = @Schema(implementation = UnitPage.class)))
  public Response list(@BeanParam UnitFilter filter) {
    return answers.page(desk.page(filter));
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getUnit",
      summary = "One unit by its code",
      description =
          "By its code, name or an alias, each of which leads to it wherever a unit is named. With its "
              + "aliases.")
  @APIResponse(
      responseCode = "200",
      description = "The unit",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "404", description = "No such unit")
  public Response read(@PathParam("code") String code) {
    UnitView unit = desk.read(code);
    return answers.one(unit, unit.version());
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replaceUnit",
      summary = "Change a unit; from then on the reference files leave it alone",
      description =
          "Everything of the body replaces what was there; a missing alias is an alias "
              + "taken away.")
  @APIResponse(
      responseCode = "200",
      description = "The unit as it is now",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "412", description = "Changed by someone else meanwhile")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response replace(@PathParam("code") String code, UnitChange change) {
    UnitView unit = desk.change(code, change);
    return answers.acted(unit, unit.version());
  }
}
