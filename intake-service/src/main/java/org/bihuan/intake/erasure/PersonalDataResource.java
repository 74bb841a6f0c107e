package org.bihuan.intake.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What people ask for about their own data, taken down by those who take complaints. */
@Path("/api/v1/personal-data-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "personal-data",
    description = "What reporters may ask for about their own data: to see it, to have it erased")
public class PersonalDataResource {

  private final PersonalDataDesk desk;
  private final Answers answers;

  PersonalDataResource(PersonalDataDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ADMIN})
  @Operation(
      operationId = "listPersonalDataRequests",
      summary = "Requests about personal data, newest first",
      description = "Who took them down, when, why and what came of them, without any of the data.")
  public RestResponse<Page<PersonalDataRequestView>> list(
      @BeanParam PersonalDataRequestFilter filter) {
    return answers.page(filter, desk::page);
  }

  /** Not repeatable by key: the answer must not be stored anywhere, and each look counts. */
  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.CHANNEL_CLERK})
  @ResponseStatus(201)
  @Operation(
      operationId = "requestPersonalData",
      summary = "Show a person all that is kept about them, or erase it",
      description =
          "For a person who has made known who they are. `phone` names all complaints of a number,"
              + " which the special team alone may ask for; `trackingCode` one complaint that the"
              + " caller may see. An export is a look at the reporter in full of each complaint and"
              + " is on the ledger; it is shown in this answer alone. An erasure takes name, phone"
              + " and numbers in texts out of what has ended; what is under way, and what no key"
              + " opens, is named in `kept`."
              + " Not repeatable by `Idempotency-Key`, since the answer must not be stored.")
  @Refuses(status = 403, when = "A clerk of a channel asks by phone (phone-of-any-channel)")
  @Refuses(
      status = 404,
      when = "No complaint has the code, or none the caller may see (tracking-code-unknown)")
  @Refuses(
      status = 422,
      when = "More than 500 complaints came from the number (too-many-own-complaints)")
  public RestResponse<PersonalDataAnswer> request(NewPersonalDataRequest request) {
    // What is shown once has no address; the record of it stands in the list.
    return RestResponse.ResponseBuilder.<PersonalDataAnswer>created(
            URI.create("/api/v1/personal-data-requests"))
        .entity(desk.answer(request))
        .build();
  }
}
