package org.bihuan.intake.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads the pages at {@code /docs} and {@code /q/swagger-ui} to the descriptions of the other
 * services: their addresses differ from one installation to the next, the pages do not.
 */
@Path("/docs/openapi")
@PermitAll
public class PeerDescriptionResource {

  private final Peers peers;

  PeerDescriptionResource(Peers peers) {
    this.peers = peers;
  }

  @GET
  @Path("/dispatch")
  @Operation(operationId = "readDispatchDescription", hidden = true)
  public Response dispatch() {
    return descriptionOf(peers.dispatch());
  }

  @GET
  @Path("/inspection")
  @Operation(operationId = "readInspectionDescription", hidden = true)
  public Response inspection() {
    return descriptionOf(peers.inspection());
  }

  private static Response descriptionOf(URI peer) {
    return Response.temporaryRedirect(peer.resolve("/q/openapi")).build();
  }
}
