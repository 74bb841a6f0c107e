package org.bihuan.kit.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.bihuan.contract.Bound;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses tokens that the library takes though their claims cannot be used: without a subject, whom
 * history and ledger name, a token acts for nobody; of two units none could be named as the one
 * that acted; one issued later than now was made in store, for a time when its holder may no longer
 * have the role.
 */
@ApplicationScoped
class TokenClaims implements SecurityIdentityAugmentor {

  /** How far clocks may differ; the library grants the end of a token as much. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.getPrincipal() instanceof JsonWebToken token
        && (!hasSubject(token) || isOfSeveralUnits(token) || isOfTheFuture(token))) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return Uni.createFrom().item(identity);
  }

  private static boolean hasSubject(JsonWebToken token) {
    return token.getSubject() != null && !token.getSubject().isBlank();
  }

  private static boolean isOfSeveralUnits(JsonWebToken token) {
    return BoundingClaims.codes(token.getClaim(Bound.UNIT.claim())).size() > 1;
  }

  /** By the machine's clock, as the library judges the end, and not by that of the district. */
  private static boolean isOfTheFuture(JsonWebToken token) {
    return token.getIssuedAtTime() > (System.currentTimeMillis() + SKEW.toMillis()) / 1000;
  }
}
