package org.bihuan.dispatch.handling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.reply.NewReply;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.reply.Review;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Replies of units to their items. */
@Path("/api/v1/order-items/{id}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "replies", description = "What units answer, and the review of it")
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
public class ReplyResource {

  private final ReplyDesk desk;
  private final ReviewDesk reviews;
  private final Answers answers;

  ReplyResource(ReplyDesk desk, ReviewDesk reviews, Answers answers) {
    this.desk = desk;
    this.reviews = reviews;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listReplies",
      summary = "The replies to an item, oldest first, on one page",
      description = "Interim and final ones of every round.")
  public Page<ReplyView> list(@PathParam("id") UUID itemId) {
    return new Page<>(desk.list(itemId), null, null);
  }

  @GET
  @Path("/{replyId}")
  @Operation(
      operationId = "getReply",
      summary = "One reply",
      description = "With the special team's review once there is one.")
  public RestResponse<ReplyView> read(@PathParam("id") UUID itemId, @PathParam("replyId") UUID id) {
    return answers.one(desk.read(itemId, id));
  }

  @POST
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "replyToOrderItem",
      summary = "The lead unit replies; a final reply stops the clock and asks for review",
      description =
          "An INTERIM reply says how far the work is and changes nothing else. A FINAL "
              + "one needs cause, measures and result, and asks for review.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "Neither ACKNOWLEDGED nor in REWORK (illegal-transition), or FINAL while the task of another"
              + " unit is open (joint-tasks-open) or without a photo that its category asks for"
              + " (photos-missing), or an attachment was uploaded a moment ago and is"
              + " known here in another (attachment-not-ready)")
  public RestResponse<ReplyView> reply(@PathParam("id") UUID itemId, NewReply content) {
    ReplyView reply = desk.reply(itemId, content);
    return answers.created("/api/v1/order-items/" + itemId + "/replies/" + reply.id(), reply);
  }

  @POST
  @Path("/{replyId}/review")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "reviewReply",
      summary = "The special team accepts a final reply, or returns it under its limit",
      description =
          "ACCEPTED makes a re-check owed: the item is RECHECK_PENDING. RETURNED sends it back as REWORK and needs an "
              + "opinion; `dueAt` then moves by the time that the reply was under review.")
  @Refuses(status = 409, when = "Not REPLIED, or not the newest final reply")
  public RestResponse<OrderItemView> review(
      @PathParam("id") UUID itemId, @PathParam("replyId") UUID id, Review review) {
    return answers.acted(reviews.review(itemId, id, review));
  }
}
