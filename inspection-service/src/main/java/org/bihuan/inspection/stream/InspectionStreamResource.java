package org.bihuan.inspection.stream;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.bihuan.contract.Role;
import org.bihuan.kit.stream.ChangeStreams;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happens to inspections, as it happens. */
@Path("/api/v1/inspections/stream")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.UNIT_HANDLER,
  Role.UNIT_LEADER,
  Role.SUBDISTRICT,
  Role.INSPECTOR,
  Role.LINE_LEADER,
  Role.TOP_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class InspectionStreamResource {

  private final InspectionStreams streams;
  private final ChangeStreams changes;

  InspectionStreamResource(InspectionStreams streams, ChangeStreams changes) {
    this.streams = streams;
    this.changes = changes;
  }

  /** It never ends by itself, so it is no operation that a description could show. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(operationId = "streamInspections", hidden = true)
  @Blocking
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
    return changes.open(streams.ofCaller(), lastEventId, sse);
  }
}
