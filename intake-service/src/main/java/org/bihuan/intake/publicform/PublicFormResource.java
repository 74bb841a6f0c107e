package org.bihuan.intake.publicform;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.channel.Channel;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.intake.subdistrict.Places.Subdistrict;
import org.bihuan.intake.subdistrict.area.Areas;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a form for complaints offers to choose from, without a login: it may be kept by browsers and
 * proxies for a while, since it changes only at a start.
 */
@Path("/api/v1/public")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
@PermitAll
public class PublicFormResource {

  private static final String KEEP = "public, max-age=300";

  private final Categories categories;
  private final Channels channels;
  private final Places places;
  private final Areas areas;
  private final Answers answers;

  PublicFormResource(
      Categories categories, Channels channels, Places places, Areas areas, Answers answers) {
    this.categories = categories;
    this.channels = channels;
    this.places = places;
    this.areas = areas;
    this.answers = answers;
  }

  /** Something to choose, with its code and what to call it. */
  public record PublicChoice(
      @NotNull String code, @NotNull String name, @NotNull String englishName) {}

  /**
   * A way to report.
   *
   * @param isPublic whether complaints can be sent by it without a login
   */
  public record PublicChannel(
      @NotNull String code, @NotNull String name, @NotNull String englishName, boolean isPublic) {}

  /** A sub-district; {@code code} has nine digits (GB/T 10114). */
  public record PublicSubdistrict(@NotNull String code, @NotNull String name) {}

  /** A community; {@code code} has twelve digits. */
  public record PublicCommunity(
      @NotNull String code, @NotNull String subdistrictCode, @NotNull String name) {}

  @GET
  @Path("/categories")
  @Operation(
      operationId = "listPublicCategories",
      summary = "Kinds of problems to choose from",
      description = "Those in use, by code. Needs no login and may be kept for five minutes.")
  public RestResponse<List<PublicChoice>> categories() {
    return answers.kept(
        categories.ordered().stream()
            .filter(categories::isActive)
            .map(one -> new PublicChoice(one.code(), one.name(), one.englishName()))
            .toList(),
        KEEP);
  }

  @GET
  @Path("/channels")
  @Operation(
      operationId = "listPublicChannels",
      summary = "Ways by which residents report",
      description =
          "Those in use, without the district's own desk; a form sends by one that is public. Needs"
              + " no login and may be kept for five minutes.")
  public RestResponse<List<PublicChannel>> channels() {
    return answers.kept(
        channels.ordered().stream()
            .filter(channel -> channel.isActive() && !channel.isTopDown())
            .map(PublicFormResource::shown)
            .toList(),
        KEEP);
  }

  @GET
  @Path("/subdistricts")
  @Operation(
      operationId = "listPublicSubdistricts",
      summary = "Sub-districts to choose from",
      description =
          "All of the district, by code. Needs no login and may be kept for five minutes.")
  public RestResponse<List<PublicSubdistrict>> subdistricts() {
    return answers.kept(
        places.subdistricts().stream()
            .map(one -> new PublicSubdistrict(one.code(), one.name()))
            .toList(),
        KEEP);
  }

  @GET
  @Path("/areas")
  @Operation(
      operationId = "listPublicAreas",
      summary = "Where the sub-districts are on a map",
      description =
          "GeoJSON in WGS-84, to draw the district and to see in which sub-district a point lies. It"
              + " has no features where the deployment brings no areas. Needs no login and may be"
              + " kept for five minutes.")
  public RestResponse<PublicAreas> areas() {
    return answers.kept(
        PublicAreas.of(
            places.box(),
            areas.outlines(),
            places.subdistricts().stream().collect(toMap(Subdistrict::code, Subdistrict::name))),
        KEEP);
  }

  @GET
  @Path("/communities")
  @Operation(
      operationId = "listPublicCommunities",
      summary = "Communities to choose from",
      description =
          "Of one sub-district, or all of the district, by code. Needs no login and may be kept for"
              + " five minutes.")
  public RestResponse<List<PublicCommunity>> communities(
      @Parameter(description = "Only those of this sub-district, nine digits")
          @QueryParam("subdistrictCode")
          String subdistrictCode) {
    if (subdistrictCode != null && !places.isSubdistrict(subdistrictCode)) {
      throw new Invalid("subdistrictCode", "unknown-subdistrict");
    }
    return answers.kept(
        places.communities().stream()
            .filter(one -> subdistrictCode == null || one.isIn(subdistrictCode))
            .map(one -> new PublicCommunity(one.code(), one.subdistrictCode(), one.name()))
            .toList(),
        KEEP);
  }

  private static PublicChannel shown(Channel channel) {
    return new PublicChannel(
        channel.code(), channel.name(), channel.englishName(), channel.isPublic());
  }
}
