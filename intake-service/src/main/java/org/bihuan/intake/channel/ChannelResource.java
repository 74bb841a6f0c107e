package org.bihuan.intake.channel;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Channels, and the keys by which machines use them. */
@SecurityScheme(
    securitySchemeName = "ChannelKey",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-Api-Key",
    description = "Key of a machine that sends by one channel; it acts as a clerk of that channel",
    extensions = @Extension(name = "x-role", value = Role.CHANNEL_CLERK))
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "channels",
    description = "Ways by which complaints arrive, and the keys of machines that use them")
public class ChannelResource {

  private final Channels channels;
  private final ChannelDesk desk;
  private final Answers answers;

  ChannelResource(Channels channels, ChannelDesk desk, Answers answers) {
    this.channels = channels;
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * A channel as clients see it.
   *
   * @param englishName name in English
   * @param isPublic whether it takes complaints without a login
   * @param active whether it takes complaints today
   * @param hotline the number that people dial, or {@code null}; its machine may call it by that
   */
  public record ChannelView(
      @NotNull String code,
      @NotNull String name,
      @NotNull String englishName,
      boolean isPublic,
      boolean active,
      String hotline) {}

  /**
   * Asks for a key.
   *
   * @param holder organisation that will hold it
   * @param use what it is for; API when missing
   */
  public record NewChannelKey(@NotBlank @Size(max = 100) String holder, ChannelKeyUse use) {

    public NewChannelKey {
      use = use == null ? ChannelKeyUse.API : use;
    }
  }

  @GET
  @Authenticated
  @Operation(
      operationId = "listChannels",
      summary = "Ways by which complaints arrive",
      description =
          "Public channels take complaints without a login; the others need a clerk of "
              + "theirs or a key.")
  public List<ChannelView> list() {
    return channels.ordered().stream()
        .map(
            channel ->
                new ChannelView(
                    channel.code(),
                    channel.name(),
                    channel.englishName(),
                    channel.isPublic(),
                    channel.isActive(),
                    channel.hotline()))
        .toList();
  }

  /** Not repeatable by key: the secret must not be stored anywhere. */
  @POST
  @Path("/{code}/keys")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "issueChannelKey",
      summary = "Issue a key for machines; its secret is shown once",
      description =
          "The secret is in this answer and nowhere else. One for `API` is sent as `X-Api-Key`; one "
              + "for `SIGNING` signs the calls of a hotline, one for `SANDBOX` calls that are tried "
              + "out. A channel has at most two live ones that sign and two for the sandbox: issue "
              + "the next, change over, revoke the old one. Not repeatable by `Idempotency-Key`, "
              + "since the secret must not be stored.")
  @Refuses(
      status = 409,
      when =
          "Two keys of this use are live already (two-signing-keys); or none can be kept, since "
              + "bihuan.secrets.key is not set (signing-without-key)")
  @ResponseStatus(201)
  public RestResponse<ChannelKeyView> issueKey(
      @PathParam("code") String code, NewChannelKey request) {
    ChannelKeyView key = desk.issue(code, request.holder(), request.use());
    return answers.created("/api/v1/channels/" + code + "/keys/" + key.id(), key);
  }

  @GET
  @Path("/{code}/keys")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "listChannelKeys",
      summary = "Keys of a channel, without their secrets",
      description = "Revoked ones too, with the moment at which they became worthless.")
  public List<ChannelKeyView> listKeys(@PathParam("code") String code) {
    return desk.list(code);
  }

  @DELETE
  @Path("/{code}/keys/{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "revokeChannelKey",
      summary = "Make a key worthless at once",
      description = "The next request with it is answered 401.")
  public void revokeKey(@PathParam("code") String code, @PathParam("id") UUID id) {
    desk.revoke(code, id);
  }
}
