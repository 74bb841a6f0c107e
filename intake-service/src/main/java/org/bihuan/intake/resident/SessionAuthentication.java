package org.bihuan.intake.resident;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.bihuan.contract.Bound;
import org.bihuan.kit.security.Caller;

/** Lets a resident in by {@code X-Session-Token}: one of the mini-program, and nobody else. */
@ApplicationScoped
public class SessionAuthentication implements HttpAuthenticationMechanism {

  /** Header of a token. */
  public static final String HEADER = "X-Session-Token";

  /** Attribute of the identity: id of the session. */
  public static final String SESSION = "session";

  private static final String CHANNEL = "DANGQUN_MINIPROGRAM";

  private final SessionDesk desk;

  SessionAuthentication(SessionDesk desk) {
    this.desk = desk;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    String token = request.request().getHeader(HEADER);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom()
        .item(() -> identity(token))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private SecurityIdentity identity(String token) {
    return desk.of(token)
        .map(SessionAuthentication::identity)
        .orElseThrow(AuthenticationFailedException::new);
  }

  private static SecurityIdentity identity(ResidentSession session) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(ResidentSubject.of(session.residentId())))
        .addRole(ResidentSubject.ROLE)
        .addAttribute(Caller.UNVOUCHED, true)
        .addAttribute(SESSION, session.id())
        .addAttribute(Bound.CHANNEL.claim(), CHANNEL)
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, HEADER));
  }
}
