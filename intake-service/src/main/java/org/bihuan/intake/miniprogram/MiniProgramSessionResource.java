package org.bihuan.intake.miniprogram;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.intake.resident.ResidentSessionView;
import org.bihuan.intake.resident.ResidentSubject;
import org.bihuan.intake.resident.SessionAuthentication;
import org.bihuan.intake.resident.SessionDesk;
import org.bihuan.kit.batching.Turns;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.security.RateLimitedWithoutLogin;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Where residents log in by the mini-program, and log out. */
@SecurityScheme(
    securitySchemeName = "ResidentSession",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = SessionAuthentication.HEADER,
    description =
        "Token of a resident's session with the mini-program; it opens the resident's own list, and"
            + " is refused wherever a role of an office is asked for",
    extensions = {
      @Extension(name = "x-role", value = ResidentSubject.ROLE),
      @Extension(name = "x-not-by-token", value = "true")
    })
@Path("/api/v1/public/mini-program/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
public class MiniProgramSessionResource {

  private static final String CURRENT = "/api/v1/public/mini-program/sessions/current";

  private final MiniProgramLogin login;
  private final SessionDesk desk;
  private final SecurityIdentity identity;
  private final Answers answers;
  private final Turns turns;

  MiniProgramSessionResource(
      MiniProgramLogin login,
      SessionDesk desk,
      SecurityIdentity identity,
      Answers answers,
      MiniProgramConfig config) {
    this.login = login;
    this.desk = desk;
    this.identity = identity;
    this.answers = answers;
    this.turns = new Turns(config.loginsAtOnce(), "login-unavailable");
  }

  /** Not repeatable by key: the token must not be stored anywhere, and a code is good once. */
  @POST
  @PermitAll
  @Blocking
  @RateLimitedWithoutLogin("too-many-logins")
  @Operation(
      operationId = "openMiniProgramSession",
      summary = "Log a resident in by the mini-program; the token is shown once",
      description =
          "Exchanges the code of `wx.login` for a token that is sent as `X-Session-Token` and holds"
              + " for 30 days; a sixth session of a resident ends the oldest. A code that WeChat does"
              + " not accept is 401 `code-invalid`: ask for another one. Nothing of the account is"
              + " kept but a keyed fingerprint. Not repeatable by `Idempotency-Key`, since the token"
              + " must not be stored. Without a login at a limited rate.")
  @ResponseStatus(201)
  @Refuses(status = 401, when = "The code is none, used or too old (code-invalid)")
  @Refuses(status = 404, when = "No mini-program is set up here (mini-program-not-set-up)")
  @Refuses(
      status = 429,
      when = "Too many requests from one address without a login (too-many-logins)")
  @Refuses(status = 503, when = "WeChat does not answer as it should (login-unavailable)")
  public RestResponse<ResidentSessionView> open(NewResidentSession request) {
    String account = turns.take(() -> login.exchange(request.code()));
    return answers.created(CURRENT, desk.open(account));
  }

  /** Whoever has the role by a token has no session. */
  @DELETE
  @Path("/current")
  @RolesAllowed(ResidentSubject.ROLE)
  @Operation(
      operationId = "endMiniProgramSession",
      summary = "Log out: the session that asks ends at once",
      description = "The next request with its token is answered 401.")
  public void end() {
    UUID session = identity.getAttribute(SessionAuthentication.SESSION);
    if (session == null) {
      throw new Forbidden("forbidden");
    }
    desk.end(session);
  }
}
