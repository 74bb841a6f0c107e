package org.bihuan.dispatch.notification.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.outbound.WebhookTargets;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Addresses of other systems that are told of facts. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks", description = "Other systems that are told of facts")
@RolesAllowed(Role.ADMIN)
public class WebhookResource {

  private final WebhookDesk desk;
  private final WebhookTargets targets;
  private final Answers answers;

  WebhookResource(WebhookDesk desk, WebhookTargets targets, Answers answers) {
    this.desk = desk;
    this.targets = targets;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listWebhooks",
      summary = "All webhooks, oldest first, on one page",
      description = "What was sent to each, and every attempt: `GET /deliveries?webhookId=…`.")
  public Page<WebhookView> list() {
    return new Page<>(desk.list(), null, null);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getWebhook",
      summary = "One webhook",
      description = "Its secret is never shown.")
  public RestResponse<WebhookView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @IdempotentRequest
  @Operation(
      operationId = "createWebhook",
      summary = "Tell another system of facts",
      description =
          "Calls follow Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` over"
              + " both and the body. Any 2xx is an arrival; else it is tried again for about a day. 410 ends"
              + " the webhook. Redirects are not followed.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "No key is set under which secrets are kept (webhooks-without-key), or too many webhooks")
  public RestResponse<WebhookView> create(NewWebhook wanted) {
    targets.check(wanted.url());
    WebhookView webhook = desk.create(wanted);
    return answers.created("/api/v1/webhooks/" + webhook.id(), webhook);
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "replaceWebhook",
      summary = "Change a webhook, or stop calling it",
      description =
          "What waits to be sent goes to the new address; while it is not `active` it waits on. The address"
              + " is looked at when it changes or the webhook becomes `active`.")
  public RestResponse<WebhookView> replace(@PathParam("id") UUID id, WebhookChange change) {
    if (desk.isToBeLookedAt(id, change)) {
      targets.check(change.url());
    }
    return answers.acted(desk.change(id, change));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Remove a webhook with all that waits for it",
      description = "The record of what was sent to it goes too.")
  public void delete(@PathParam("id") UUID id) {
    desk.delete(id);
  }
}
