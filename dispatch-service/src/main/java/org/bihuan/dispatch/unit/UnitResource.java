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
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listUnits",
      summary = "Units, newest first",
      description = "Inactive ones too, since old orders still name them.")
  public RestResponse<Page<UnitView>> list(@BeanParam UnitFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getUnit",
      summary = "One unit by its code",
      description =
          "By its code, name or an alias, each of which leads to it wherever a unit is named. With its "
              + "aliases.")
  public RestResponse<UnitView> read(@PathParam("code") String code) {
    return answers.one(desk.read(code));
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createUnit",
      summary = "A unit that there was not so far",
      description =
          "An EXTERNAL_PARTY is not subordinate: it can help with an item and never lead one.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "There is a unit with this code")
  public RestResponse<UnitView> create(NewUnit wanted) {
    UnitView unit = desk.create(wanted);
    return answers.created("/api/v1/units/" + unit.code(), unit);
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
  @Refuses(
      status = 409,
      when =
          "It is the fallback unit, is closed, or is still needed: `holds` counts open items and tasks, routing"
              + " rules, precedents, points of campaigns and sub-units (fallback-unit, unit-closed,"
              + " unit-in-use)")
  public RestResponse<UnitView> close(@PathParam("code") String code, UnitClosing closing) {
    return answers.acted(desk.close(code, closing));
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
  @Refuses(
      status = 409,
      when =
          "It is the fallback unit, or still needed and cannot be made inactive; see `POST …/closing`")
  public RestResponse<UnitView> replace(@PathParam("code") String code, UnitChange change) {
    return answers.acted(desk.change(code, change));
  }
}
