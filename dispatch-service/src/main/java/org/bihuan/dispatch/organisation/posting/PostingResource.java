package org.bihuan.dispatch.organisation.posting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
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
  public RestResponse<Page<PostingView>> list(@BeanParam PostingFilter filter) {
    return answers.page(filter, desk::page);
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
  public RestResponse<PostingView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
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
  @ResponseStatus(201)
  @Refuses(status = 409, when = "The cadre is posted on some of the days already, see `postingId`")
  public RestResponse<PostingView> create(NewPosting wanted) {
    PostingView posting = desk.create(wanted);
    return answers.created("/api/v1/postings/" + posting.id(), posting);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replacePosting",
      summary = "Change what is known about a posted cadre",
      description = "Unit, place and days stay: end the posting and record a new one instead.")
  @Refuses(
      status = 409,
      when = "By this name the cadre is posted on some of the days already, see `postingId`")
  public RestResponse<PostingView> replace(@PathParam("id") UUID id, PostingChange change) {
    return answers.acted(desk.change(id, change));
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
  @Refuses(status = 409, when = "Ends no later already (already-ended)")
  public RestResponse<PostingView> end(@PathParam("id") UUID id, Ending ending) {
    return answers.acted(desk.end(id, ending));
  }
}
