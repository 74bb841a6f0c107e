package org.bihuan.intake.channel;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets a machine in by {@code X-Api-Key}: a clerk of the key's channel and of no other. */
@ApplicationScoped
class ChannelKeyAuthentication implements HttpAuthenticationMechanism {

  private static final String HEADER = "X-Api-Key";

  private final ChannelKeyHolders holders;

  ChannelKeyAuthentication(ChannelKeyHolders holders) {
    this.holders = holders;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    String secret = request.request().getHeader(HEADER);
    if (secret == null) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom()
        .item(() -> identity(secret))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private SecurityIdentity identity(String secret) {
    return holders.identity(secret).orElseThrow(AuthenticationFailedException::new);
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
