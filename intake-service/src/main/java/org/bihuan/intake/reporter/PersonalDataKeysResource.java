package org.bihuan.intake.reporter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bihuan.contract.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells an operator when a former key of the personal data may go. */
@Path("/operations/personal-data-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(
    name = "operations",
    description = "For whoever runs the service: events that could not be applied")
public class PersonalDataKeysResource {

  private final PersonalDataKeysDesk desk;

  PersonalDataKeysResource(PersonalDataKeysDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "listPersonalDataKeys",
      summary = "How many reporters are locked with each key",
      description =
          "The current key first, then the other configured ones, then those that are not"
              + " configured and so cannot be read. A former key may go once it has no reporters"
              + " and all replicas have the new one. Reads all complaints.")
  public List<PersonalDataKeyView> list() {
    return desk.list();
  }
}
