package org.bihuan.kit.security;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bihuan.contract.Bound;
import org.bihuan.kit.refusal.Messages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are to this service, so that a client need not read tokens. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me", description = "Who the caller is to this service")
@Authenticated
public class MeResource {

  private final Caller caller;

  MeResource(Caller caller) {
    this.caller = caller;
  }

  /**
   * The caller.
   *
   * @param subject opaque, as history and ledger name it
   * @param roles by name
   * @param unit code of the unit the caller works for, or {@code null}
   * @param line code of the work line, the first of several, or {@code null}
   * @param subdistrict code of the sub-district, the first of several, or {@code null}
   * @param channel code of the channel, the first of several, or {@code null}
   * @param missingClaims claims without which a role of the caller is worth nothing
   * @param language in which problems are told: {@code zh-CN} or {@code en}
   */
  public record MeView(
      @NotNull String subject,
      List<String> roles,
      String unit,
      String line,
      List<String> lines,
      String subdistrict,
      List<String> subdistricts,
      String channel,
      List<String> channels,
      List<String> missingClaims,
      @NotNull String language) {}

  @GET
  @Operation(
      operationId = "readMe",
      summary = "Who the caller is: roles, and what bounds them",
      description =
          "As the token or the key says it. `missingClaims` names what a role needs and the login"
              + " lacks: whatever that claim bounds is refused with `claim-missing`.")
  public MeView me(@Context HttpHeaders headers) {
    String language =
        Messages.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).getLanguage();
    return new MeView(
        caller.subject(),
        caller.roles().stream().sorted().toList(),
        first(Bound.UNIT),
        first(Bound.LINE),
        all(Bound.LINE),
        first(Bound.SUBDISTRICT),
        all(Bound.SUBDISTRICT),
        first(Bound.CHANNEL),
        all(Bound.CHANNEL),
        missingClaims(),
        language.equals("en") ? "en" : "zh-CN");
  }

  private List<String> all(Bound bound) {
    return List.copyOf(caller.values(bound));
  }

  private String first(Bound bound) {
    return all(bound).stream().findFirst().orElse(null);
  }

  private List<String> missingClaims() {
    return Arrays.stream(Bound.values())
        .filter(bound -> !Collections.disjoint(bound.roles(), caller.roles()))
        .filter(bound -> caller.values(bound).isEmpty())
        .map(Bound::claim)
        .toList();
  }
}
