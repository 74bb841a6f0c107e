package org.bihuan.intake.open311.request;

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
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.bihuan.intake.channel.ChannelKeyHolders;
import org.bihuan.intake.open311.wire.FormBody;
import org.bihuan.intake.open311.wire.Open311;
import org.bihuan.kit.refusal.Malformed;

/**
 * Lets a machine in by the field {@code api_key} of a new service request, which goes before any
 * login of the headers: GeoReport v2 knows no other proof.
 */
@ApplicationScoped
class ApiKeyAuthentication implements HttpAuthenticationMechanism {

  static final String FIELD = "api_key";

  private static final String REQUESTS = Open311.ROOT + "/requests.";

  private final ChannelKeyHolders holders;

  ApiKeyAuthentication(ChannelKeyHolders holders) {
    this.holders = holders;
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 100;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    if (request.request().method() != HttpMethod.POST
        || !request.request().path().startsWith(REQUESTS)) {
      return Uni.createFrom().nullItem();
    }
    return key(request)
        .map(
            secret ->
                Uni.createFrom()
                    .item(() -> holders.identity(secret).orElseGet(ApiKeyAuthentication::nobody))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  private static Optional<String> key(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    Buffer body = request.body() == null ? null : request.body().buffer();
    if (body == null || type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
      return Optional.empty();
    }
    try {
      return FormBody.read(body.getBytes()).first(FIELD);
    } catch (Malformed unreadable) {
      // The reader of the body says so.
      return Optional.empty();
    }
  }

  /** Whoever sent a key that opens nothing: known for that, and with no right at all. */
  private static SecurityIdentity nobody() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("unknown-channel-key"))
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
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.POST, FIELD));
  }
}
