package org.bihuan.intake.miniprogram;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.intake.resident.ResidentSubject;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a resident has sent by the mini-program. */
@Path("/api/v1/public/my-complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
@RolesAllowed(ResidentSubject.ROLE)
public class MyComplaintResource {

  private final MyComplaintDesk desk;
  private final Answers answers;

  MyComplaintResource(MyComplaintDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listMyComplaints",
      summary = "Complaints that the resident has sent with a session, newest first",
      description =
          "What was sent, and what the tracking code of each shows: nothing of what units write.")
  public RestResponse<Page<MyComplaintView>> list(@BeanParam MyComplaintFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getMyComplaint",
      summary = "One complaint that the resident has sent",
      description = "That of another resident is 404. Links to photos hold for some minutes.")
  public RestResponse<MyComplaintView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @Path("/{id}/withdrawal")
  @IdempotentRequest
  @Operation(
      operationId = "withdrawMyComplaint",
      summary = "Take a complaint of one's own back",
      description =
          "Only while it waits; a problem already on the ledger runs its course. The answer is "
              + "without photos: it may be given again after their links have run out.")
  public RestResponse<MyComplaintView> withdraw(@PathParam("id") UUID id) {
    return answers.acted(desk.withdraw(id));
  }
}
