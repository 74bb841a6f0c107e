package org.bihuan.dispatch.notification;

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
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The inbox of who is told something. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications", description = "What people are told of (通知、预警)")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.UNIT_HANDLER,
  Role.UNIT_LEADER,
  Role.LINE_LEADER,
  Role.TOP_LEADER
})
public class NotificationResource {

  private final NotificationDesk desk;
  private final Answers answers;

  NotificationResource(NotificationDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listNotifications",
      summary = "What the caller was told, newest first",
      description =
          "By its roles, its unit and its work lines. `unread=true` with `count=exact` gives the number"
              + " of those it has not read. Kept for 180 days.")
  public RestResponse<Page<NotificationView>> list(@BeanParam NotificationFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @Path("/{id}/read")
  @IdempotentRequest
  @Operation(
      operationId = "readNotification",
      summary = "The caller has read a notification",
      description =
          "For itself alone; others it was sent to still have it unread. The first time counts.")
  public RestResponse<NotificationView> read(@PathParam("id") UUID id) {
    return answers.acted(desk.read(id));
  }
}
