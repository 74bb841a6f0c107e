package org.bihuan.intake.erasure;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.security.RateLimitedWithoutLogin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets a reporter have their own data erased, by the code that only they have. */
@Path("/api/v1/public/complaints/{trackingCode}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
@PermitAll
public class OwnErasureResource {

  private final PersonalDataDesk desk;

  OwnErasureResource(PersonalDataDesk desk) {
    this.desk = desk;
  }

  /**
   * A complaint whose reporter is erased.
   *
   * @param reporterPurgedAt when name, phone and numbers in texts were erased
   */
  public record ErasedComplaint(
      @NotNull String trackingCode, @NotNull String serial, @NotNull Instant reporterPurgedAt) {}

  @POST
  @IdempotentRequest
  @RateLimitedWithoutLogin("too-many-erasures")
  @Operation(
      operationId = "eraseOwnData",
      summary = "Erase who reported a complaint that has ended",
      description =
          "For the reporter, who has the code and no login: name, phone and numbers in texts are"
              + " erased for good. The complaint can be followed as before.")
  @Refuses(
      status = 409,
      when =
          "It is under way, and who reported it is needed to handle it (still-under-way); `status`"
              + " says how far it is; or no configured key opens who reported it, which cannot be"
              + " taken out of the texts then (reporter-unreadable)")
  @Refuses(
      status = 429,
      when = "Too many calls from one address without a login (too-many-erasures)")
  public RestResponse<ErasedComplaint> erase(@PathParam("trackingCode") String trackingCode) {
    return RestResponse.ok(desk.eraseOwn(trackingCode));
  }
}
