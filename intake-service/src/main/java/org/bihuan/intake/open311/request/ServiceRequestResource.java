package org.bihuan.intake.open311.request;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.open311.catalogue.Open311Config;
import org.bihuan.intake.open311.wire.Open311;
import org.bihuan.intake.open311.wire.Open311Error;
import org.bihuan.intake.open311.wire.QueryText;
import org.bihuan.kit.batching.Turns;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.web.OtherStandard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Service requests of Open311: complaints in the words of that standard. */
@Path(Open311.ROOT)
@Produces({Open311.JSON, Open311.XML})
@OtherStandard(error = Open311Error.class)
@Tag(name = "open311", description = "Open311 GeoReport v2, in XML and JSON by the suffix")
@PermitAll
public class ServiceRequestResource {

  private final ServiceRequestDesk desk;
  private final ServiceRequestBook book;
  private final ComplaintReading reading;
  private final Turns turns;
  private final UriInfo uri;
  private final HttpHeaders headers;

  ServiceRequestResource(
      ServiceRequestDesk desk,
      ServiceRequestBook book,
      ComplaintReading reading,
      Open311Config config,
      UriInfo uri,
      HttpHeaders headers) {
    this.desk = desk;
    this.book = book;
    this.reading = reading;
    this.turns = new Turns(config.listsAtOnce(), "service-requests-busy");
    this.uri = uri;
    this.headers = headers;
  }

  @POST
  @Path("/requests.{format: xml|json}")
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "reportServiceRequest",
      summary = "Report a problem with the key of a channel",
      description =
          "GeoReport v2, POST Service Request: becomes a complaint of the channel of `api_key`, by"
              + " the same rules as any other. `media_url` is kept as text and not fetched.")
  @Parameter(ref = "IdempotencyKey")
  @Refuses(status = 403, when = "The api_key is missing or not valid (api-key-required)")
  @Refuses(
      status = 404,
      when = "There is no such service or jurisdiction (service-not-found, jurisdiction-not-found)")
  public CompletionStage<RestResponse<List<RegisteredRequest>>> report(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                      schema = @Schema(implementation = NewServiceRequest.class)))
          NewServiceRequest request) {
    return desk.register(request, language()).thenApply(ServiceRequestResource::answer);
  }

  private static RestResponse<List<RegisteredRequest>> answer(ServiceRequestDesk.Taken taken) {
    ResponseBuilder<List<RegisteredRequest>> answer = ResponseBuilder.ok(List.of(taken.request()));
    return taken.repeated() ? answer.header("Idempotency-Replayed", true).build() : answer.build();
  }

  @GET
  @Path("/requests.{format: xml|json}")
  @Operation(
      operationId = "listServiceRequests",
      summary = "Service requests, the newest first",
      description =
          "GeoReport v2, GET Service Requests: those of citizens, without those told in confidence."
              + " Spans have at most 90 days; nothing said means the last 90. A page has at most"
              + " 1000, and `Link` leads to the next. What was written and where it is are shown"
              + " to who may read the complaint, such as by the key of its channel in"
              + " `X-Api-Key`.")
  @Parameter(
      name = "service_request_id",
      in = ParameterIn.QUERY,
      description = "Numbers, separated by commas; all other filters then count for nothing",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "service_code",
      in = ParameterIn.QUERY,
      description = "Codes of services, separated by commas",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "start_date",
      in = ParameterIn.QUERY,
      description = "Only those received at this moment or later, with an offset",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "end_date",
      in = ParameterIn.QUERY,
      description = "Only those received at this moment or earlier, with an offset",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "updated_after",
      in = ParameterIn.QUERY,
      description = "Only those that last changed at this moment or later, with an offset",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "updated_before",
      in = ParameterIn.QUERY,
      description = "Only those that last changed at this moment or earlier, with an offset",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      description = "open, closed, or both separated by a comma",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "page",
      in = ParameterIn.QUERY,
      description = "Which page, from 1",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "page_size",
      in = ParameterIn.QUERY,
      description = "Most requests of a page; 1000 when not sent, and no more than that",
      schema = @Schema(type = SchemaType.STRING))
  @Refuses(
      status = 404,
      when = "There is no such service or jurisdiction (service-not-found, jurisdiction-not-found)")
  public RestResponse<List<ServiceRequestView>> list(@BeanParam QueryText query) {
    Predicate<Complaint> sight = reading.sight();
    ServiceRequestBook.Page page = turns.take(() -> book.page(query, sight, language()));
    ResponseBuilder<List<ServiceRequestView>> answer = ResponseBuilder.ok(page.requests());
    return page.nextPage() == null
        ? answer.build()
        : answer.header(HttpHeaders.LINK, next(page.nextPage())).build();
  }

  private String next(int page) {
    return "<"
        + uri.getRequestUriBuilder().replaceQueryParam("page", page).build()
        + ">; rel=\"next\"";
  }

  @GET
  @Path("/requests/{id: [^/.]+}.{format: xml|json}")
  @Operation(
      operationId = "getServiceRequest",
      summary = "One service request, as a list of one",
      description = "GeoReport v2, GET Service Request, by its number.")
  @Refuses(
      status = 404,
      when =
          "There is no such request that is told, or no such jurisdiction"
              + " (service-request-not-found, jurisdiction-not-found)")
  public List<ServiceRequestView> read(
      @Parameter(description = "Number of the request") @PathParam("id") String id,
      @BeanParam QueryText query) {
    return book.read(id, query, reading.sight(), language());
  }

  @GET
  @Path("/tokens/{token: [^/.]+}.{format: xml|json}")
  @Operation(
      operationId = "getServiceRequestId",
      summary = "The number behind a token",
      description =
          "GeoReport v2, GET service_request_id from a token. Requests have their number at once,"
              + " so no token is ever given out; the tracking code of a complaint is taken as one.")
  @Refuses(
      status = 404,
      when = "There is no such token or jurisdiction (token-not-found, jurisdiction-not-found)")
  public List<TokenView> token(
      @Parameter(description = "Tracking code of a complaint") @PathParam("token") String token,
      @BeanParam QueryText query) {
    return book.token(token, query);
  }

  private Locale language() {
    return Messages.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
