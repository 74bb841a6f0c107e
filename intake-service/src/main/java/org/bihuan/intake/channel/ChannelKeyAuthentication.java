package org.bihuan.intake.channel;

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
import org.bihuan.contract.Role;

/** Lets a machine in by {@code X-Api-Key}: a clerk of the key's channel and of no other. */
@ApplicationScoped
class ChannelKeyAuthentication implements HttpAuthenticationMechanism {

  private static final String HEADER = "X-Api-Key";

  private final ChannelDesk desk;

  ChannelKeyAuthentication(ChannelDesk desk) {
    this.desk = desk;
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
    ChannelKey key = desk.holderOf(secret).orElseThrow(AuthenticationFailedException::new);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("channel-key-" + key.id()))
        .addRole(Role.CHANNEL_CLERK)
        .addAttribute(Bound.CHANNEL.claim(), key.channelCode())
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
