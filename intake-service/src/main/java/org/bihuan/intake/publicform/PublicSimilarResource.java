package org.bihuan.intake.publicform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.intake.similar.SimilarConfig;
import org.bihuan.kit.batching.Turns;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.security.RateLimitedWithoutLogin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tells people before they send a complaint what is dealt with already. */
@Path("/api/v1/public/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
@PermitAll
public class PublicSimilarResource {

  private final PublicSimilarDesk desk;
  private final Turns turns;

  PublicSimilarResource(PublicSimilarDesk desk, SimilarConfig config) {
    this.desk = desk;
    this.turns = new Turns(config.questionsAtOnce(), "similar-problems-busy");
  }

  @POST
  @RateLimitedWithoutLogin("too-many-complaints")
  @Operation(
      operationId = "findSimilarProblems",
      summary = "What is dealt with already of what one is about to send",
      description =
          "At most five open problems that residents told of and that say nearly the same, by"
              + " number, category, day of filing, sub-district, state and how many told of each:"
              + " no texts and no person. Nothing is stored, and whoever sends the complaint all"
              + " the same gets a number and an answer of one's own. Without a login at the limited"
              + " rate of complaints.")
  @Refuses(
      status = 429,
      when = "Too many requests from one address without a login (too-many-complaints)")
  public RestResponse<PublicSimilarView> find(SimilarQuestion question) {
    return RestResponse.ok(turns.take(() -> desk.to(question)));
  }
}
