package org.bihuan.intake.feedback.call;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reporters to be called back, for the clerks of their channels. */
@Path("/api/v1/call-backs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback", description = "What reporters say after the write-off (评价、回访)")
public class CallBackResource {

  private final CallBackDesk desk;
  private final Answers answers;

  CallBackResource(CallBackDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({Role.CHANNEL_CLERK, Role.SPECIAL_TEAM})
  @Operation(
      operationId = "listCallBacks",
      summary = "Reporters to be called back, newest first or by dueAt",
      description =
          "One for each complaint whose reporter wants a call, once its problem is written off; a"
              + " clerk's own channel. The number is not shown: disclose the reporter of the complaint.")
  public RestResponse<Page<CallBackView>> list(@BeanParam CallBackFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @Path("/{id}/outcome")
  @RolesAllowed({Role.CHANNEL_CLERK, Role.SPECIAL_TEAM})
  @IdempotentRequest
  @Operation(
      operationId = "recordCallBackOutcome",
      summary = "Take down what came of a call",
      description =
          "Who was reached gives feedback, as by the tracking code. A call that reached nobody is"
              + " counted and tried again; after three the call-back is closed.")
  @Refuses(
      status = 409,
      when =
          "It is done or closed, as when the reporter has given feedback meanwhile"
              + " (illegal-transition)")
  public RestResponse<CallBackView> record(@PathParam("id") UUID id, CallOutcome outcome) {
    return answers.acted(desk.record(id, outcome));
  }
}
