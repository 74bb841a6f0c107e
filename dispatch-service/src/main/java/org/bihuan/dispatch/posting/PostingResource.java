package org.bihuan.dispatch.posting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.span.Ending;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cadres posted to sub-districts. */
@Path("/api/v1/postings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "postings", description = "Cadres posted to sub-districts (下沉干部)")
public class PostingResource {

  private final PostingDesk desk;
  private final Answers answers;

  PostingResource(PostingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of postings in the description of the API. */
  public record PostingPage(List<PostingView> items, String nextCursor, Long total) {}

  @GET
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.UNIT_HANDLER,
    Role.UNIT_LEADER,
    Role.SUBDISTRICT,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.ADMIN
  })
  @Operation(
      operationId = "listPostings",
      summary = "Cadres posted on a day, newest first",
      description =
          "A unit reads its own cadres and those of the units below it, a sub-district whoever is posted"
              + " to it. Former postings too with `on` a day of then, or with `everyDay`.")
  @APIResponse(
      responseCode = "200",
      description = "A page of postings",
      content = @Content(schema = @Schema(implementation = PostingPage.class)))
  public Response list(@BeanParam PostingFilter filter) {
    return answers.page(desk.page(filter));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.UNIT_HANDLER,
    Role.UNIT_LEADER,
    Role.SUBDISTRICT,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.ADMIN
  })
  @Operation(
      operationId = "getPosting",
      summary = "One posting, over or not",
      description = "The unit bears the name that it had when the posting was recorded.")
  @APIResponse(
      responseCode = "200",
      description = "The posting",
      content = @Content(schema = @Schema(implementation = PostingView.class)))
  public Response read(@PathParam("id") UUID id) {
    PostingView posting = desk.read(id);
    return answers.one(posting, posting.version());
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createPosting",
      summary = "Post a cadre to a sub-district",
      description =
          "A cadre is in one place at a time: end the former posting first; the new one can begin on the"
              + " day on which it ends.")
  @APIResponse(
      responseCode = "201",
      description = "The posting",
      content = @Content(schema = @Schema(implementation = PostingView.class)))
  @APIResponse(
      responseCode = "409",
      description = "The cadre is posted on some of the days already, see `postingId`")
  public Response create(NewPosting wanted) {
    PostingView posting = desk.create(wanted);
    return answers.created("/api/v1/postings/" + posting.id(), posting, posting.version());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replacePosting",
      summary = "Change what is known about a posted cadre",
      description = "Unit, place and days stay: end the posting and record a new one instead.")
  @APIResponse(
      responseCode = "200",
      description = "The posting as it is now",
      content = @Content(schema = @Schema(implementation = PostingView.class)))
  @APIResponse(
      responseCode = "409",
      description = "By this name the cadre is posted on some of the days already, see `postingId`")
  public Response replace(@PathParam("id") UUID id, PostingChange change) {
    PostingView posting = desk.change(id, change);
    return answers.acted(posting, posting.version());
  }

  @POST
  @Path("/{id}/ending")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "endPosting",
      summary = "End a posting",
      description =
          "`on` is the first day on which it no longer holds; its own first day for one that was"
              + " recorded by mistake. It stays on record.")
  @APIResponse(
      responseCode = "200",
      description = "The posting as it is now",
      content = @Content(schema = @Schema(implementation = PostingView.class)))
  @APIResponse(responseCode = "409", description = "Ends no later already (already-ended)")
  public Response end(@PathParam("id") UUID id, Ending ending) {
    PostingView posting = desk.end(id, ending);
    return answers.acted(posting, posting.version());
  }
}
