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
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
  @Operation(
      operationId = "listUnits",
      summary = "Units, newest first",
      description = "Inactive ones too, since old orders still name them.")
  public RestResponse<Page<UnitView>> list(@BeanParam UnitFilter filter) {
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
  public RestResponse<UnitView> read(@PathParam("code") String code) {
    return answers.one(desk.read(code));
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
  public RestResponse<UnitView> replace(@PathParam("code") String code, UnitChange change) {
    return answers.acted(desk.change(code, change));
  }
}
