package org.bihuan.intake.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page at {@code /docs/}, also for those who leave out the last slash. */
@Path("/docs")
@PermitAll
public class ReadingPageResource {

  @GET
  @Operation(operationId = "findReadingPage", hidden = true)
  public Response page() {
    return Response.temporaryRedirect(URI.create("/docs/")).build();
  }
}
