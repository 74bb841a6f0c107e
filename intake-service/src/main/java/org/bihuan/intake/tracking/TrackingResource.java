package org.bihuan.intake.tracking;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.intake.feedback.NewFeedback;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.security.RateLimitedWithoutLogin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Lets a reporter follow a complaint by its code, without a login and without anyone's personal
 * data, and say what came of it.
 */
@Path("/api/v1/public/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
@PermitAll
public class TrackingResource {

  private final TrackingReading reading;
  private final PublicFeedbackDesk feedback;

  TrackingResource(TrackingReading reading, PublicFeedbackDesk feedback) {
    this.reading = reading;
    this.feedback = feedback;
  }

  @GET
  @Path("/{trackingCode}")
  @Operation(
      operationId = "trackComplaint",
      summary = "How far a complaint has come",
      description =
          "For the reporter, who has the code and no login. Coarse by intent, and "
              + "without anyone's personal data.")
  public TrackedComplaint track(@PathParam("trackingCode") String trackingCode) {
    return reading.track(trackingCode);
  }

  @POST
  @Path("/{trackingCode}/feedback")
  @RateLimitedWithoutLogin("too-many-complaints")
  @IdempotentRequest
  @Operation(
      operationId = "giveFeedback",
      summary = "Say whether it is solved, and how satisfied one is",
      description =
          "After the write-off, once for each complaint, also where several tell of one problem."
              + " What is not solved is looked at again on the spot. The comment is read by those who"
              + " take complaints and watch over the district, never by the unit. Without a login at"
              + " the limited rate of complaints.")
  @Refuses(
      status = 409,
      when =
          "The problem is not written off (not-written-off, with `currentStatus`), feedback was given"
              + " already (feedback-given), or the time for it is over (feedback-too-late)")
  @Refuses(
      status = 429,
      when = "Too many requests from one address without a login (too-many-complaints)")
  public RestResponse<TrackedComplaint> feedback(
      @PathParam("trackingCode") String trackingCode, NewFeedback said) {
    return RestResponse.ok(feedback.give(trackingCode, said));
  }
}
