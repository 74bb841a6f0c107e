package org.bihuan.dispatch.unit;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
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
      description = "With its aliases, each of which leads to it wherever a unit is named.")
  @APIResponse(
      responseCode = "200",
      description = "The unit",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "404", description = "No such unit")
  public Response read(@PathParam("code") String code) {
    UnitView unit = desk.read(code);
    return answers.one(unit, unit.version());
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createUnit",
      summary = "A unit that there was not so far",
      description =
          "An EXTERNAL_PARTY is not subordinate: it can help with an item and never lead one.")
  @APIResponse(
      responseCode = "201",
      description = "The unit",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "409", description = "There is a unit with this code")
  public Response create(NewUnit wanted) {
    UnitView unit = desk.create(wanted);
    return answers.created("/api/v1/units/" + unit.code(), unit, unit.version());
  }

  @POST
  @Path("/{code}/closing")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "closeUnit",
      summary = "Close a unit, with or without a successor",
      description =
          "The successor gets its routing rules from now on and the units below it. Open items stay with"
              + " whom they were given to, so that they end first or the special team gives them to"
              + " another. Everything that names the unit keeps its name.")
  @APIResponse(
      responseCode = "200",
      description = "The unit as it is now",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "It is the fallback unit, is closed, or is still needed: `holds` counts open items, routing"
              + " rules and sub-units (fallback-unit, unit-closed, unit-in-use)")
  public Response close(@PathParam("code") String code, UnitClosing closing) {
    UnitView unit = desk.close(code, closing);
    return answers.acted(unit, unit.version());
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
  @APIResponse(
      responseCode = "409",
      description = "Cannot be made inactive as long as it is needed; see `POST …/closing`")
  @APIResponse(responseCode = "412", description = "Changed by someone else meanwhile")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response replace(@PathParam("code") String code, UnitChange change) {
    UnitView unit = desk.change(code, change);
    return answers.acted(unit, unit.version());
  }
}
