package org.bihuan.dispatch.reply.photo;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Which photos replies must show. */
@Path("/api/v1/photo-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "photo-rules", description = "Which photos final replies must show, by category")
@Authenticated
public class PhotoRuleResource {

  private final PhotoRuleDesk desk;
  private final Answers answers;

  PhotoRuleResource(PhotoRuleDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listPhotoRules",
      summary = "Photo rules, newest first",
      description = "Old ones too. A category without a rule asks for no photo.")
  public RestResponse<Page<PhotoRuleView>> list(@BeanParam PhotoRuleFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createPhotoRule",
      summary = "A new rule; it takes over from the older one for the same category",
      description =
          "From its first moment on a final reply without a photo that it asks for is refused:"
              + " photos-missing.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "There is a rule from the same moment (photo-rule-exists)")
  public RestResponse<PhotoRuleView> create(NewPhotoRule wanted) {
    return answers.created("/api/v1/photo-rules", desk.create(wanted));
  }
}
