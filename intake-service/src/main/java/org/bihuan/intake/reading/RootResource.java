package org.bihuan.intake.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where people come who know only the address of the service, when it has no console: to the page
 * at {@code /docs/}.
 */
@Path("/")
@PermitAll
public class RootResource {

  @GET
  @Operation(operationId = "findFirstPage", hidden = true)
  public Response page() {
    return Response.status(Response.Status.FOUND).location(URI.create("/docs/")).build();
  }
}
