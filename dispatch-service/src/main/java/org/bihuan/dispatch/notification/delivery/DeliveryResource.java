package org.bihuan.dispatch.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What leaves the system for webhooks and people, and every attempt. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "deliveries",
    description = "Messages to webhooks, by SMS and WeChat, and their attempts")
@RolesAllowed(Role.ADMIN)
public class DeliveryResource {

  private final DeliveryDesk desk;
  private final Answers answers;

  DeliveryResource(DeliveryDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listDeliveries",
      summary = "Messages to webhooks and people, newest first",
      description = "What was given up has `status=FAILED`.")
  public RestResponse<Page<DeliveryLine>> list(@BeanParam DeliveryFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDelivery",
      summary = "One message with every attempt",
      description = "The phone of a recipient stands nowhere in it.")
  public DeliveryView read(@PathParam("id") UUID id) {
    return desk.read(id);
  }
}
