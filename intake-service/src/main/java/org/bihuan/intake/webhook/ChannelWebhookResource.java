package org.bihuan.intake.webhook;

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
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.outbound.WebhookTargets;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Addresses of a channel's own system that are told what became of its complaints. */
@Path("/api/v1/channels/{code}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "webhooks",
    description = "A channel's own system is told what became of its complaints")
@RolesAllowed({Role.ADMIN, Role.CHANNEL_CLERK})
public class ChannelWebhookResource {

  private final WebhookDesk desk;
  private final WebhookTargets targets;
  private final ToldChannels told;
  private final Answers answers;

  ChannelWebhookResource(
      WebhookDesk desk, WebhookTargets targets, ToldChannels told, Answers answers) {
    this.desk = desk;
    this.targets = targets;
    this.told = told;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listChannelWebhooks",
      summary = "All webhooks of a channel, oldest first, on one page",
      description =
          "A clerk or key sees those of its own channel; another channel is 404. What was sent to each:"
              + " `GET /channels/{code}/deliveries?webhookId=…`.")
  public Page<ChannelWebhookView> list(@PathParam("code") String code) {
    return new Page<>(desk.list(code), null, null);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getChannelWebhook",
      summary = "One webhook of a channel",
      description = "Its secret is never shown again.")
  public RestResponse<ChannelWebhookView> read(
      @PathParam("code") String code, @PathParam("id") UUID id) {
    return answers.one(desk.read(code, id));
  }

  /** Not repeatable by key: the secret must not be stored anywhere as it is. */
  @POST
  @Operation(
      operationId = "createChannelWebhook",
      summary = "Tell a channel's system what becomes of its complaints; the secret is shown once",
      description =
          "Calls follow Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` over"
              + " both and the body. Any 2xx is an arrival; else it is tried again for about a day. 410 ends"
              + " the webhook. What happens from a second later on is told. Not repeatable by"
              + " `Idempotency-Key`, since the secret must not be stored.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "No key is set under which secrets are kept (webhooks-without-key), or the channel has too"
              + " many webhooks (too-many-webhooks)")
  public RestResponse<ChannelWebhookView> issueWebhook(
      @PathParam("code") String code, NewChannelWebhook wanted) {
    targets.check(wanted.url());
    ChannelWebhookView webhook = desk.create(code, wanted);
    told.look();
    return answers.created("/api/v1/channels/" + code + "/webhooks/" + webhook.id(), webhook);
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "replaceChannelWebhook",
      summary = "Change a webhook of a channel, or stop calling it",
      description =
          "What waits to be sent goes to the new address. One that ended by 410 is called again once it"
              + " is `active`. The secret stays: `POST …/secret` makes another.")
  public RestResponse<ChannelWebhookView> replace(
      @PathParam("code") String code, @PathParam("id") UUID id, ChannelWebhookChange change) {
    targets.check(change.url());
    ChannelWebhookView webhook = desk.change(code, id, change);
    told.look();
    return answers.acted(webhook);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteChannelWebhook",
      summary = "Remove a webhook of a channel with all that waits for it",
      description = "The record of what was sent to it goes too.")
  public void delete(@PathParam("code") String code, @PathParam("id") UUID id) {
    desk.delete(code, id);
  }

  /** Not repeatable by key, for the same reason. */
  @POST
  @Path("/{id}/secret")
  @Operation(
      operationId = "renewChannelWebhookSecret",
      summary = "Give a webhook another secret; it is shown once",
      description =
          "For 24 hours the secret before it signs too: `webhook-signature` then holds two signatures,"
              + " separated by a blank, and a receiver takes a call when one of them is right. Not"
              + " repeatable by `Idempotency-Key`.")
  @Refuses(status = 409, when = "No key is set under which secrets are kept (webhooks-without-key)")
  public RestResponse<ChannelWebhookView> issueSecret(
      @PathParam("code") String code, @PathParam("id") UUID id) {
    return answers.acted(desk.renewSecret(code, id));
  }
}
