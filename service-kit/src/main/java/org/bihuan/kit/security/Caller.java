package org.bihuan.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.refusal.Forbidden;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking: the identity of the login, with the claims that bound what its roles may see and
 * do. A bound goes with its role: who also has a role without one is not bounded.
 */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  public boolean isAnonymous() {
    return identity.isAnonymous();
  }

  /** Opaque and stable: {@code sub} of the token, the name of an API key, or {@code anonymous}. */
  public String subject() {
    if (identity.isAnonymous()) {
      return "anonymous";
    }
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  public Set<String> roles() {
    return identity.getRoles();
  }

  public boolean hasAnyRole(String... roles) {
    return Arrays.stream(roles).anyMatch(identity::hasRole);
  }

  /** Code of the unit the caller works for, whatever the role. */
  public Optional<String> unit() {
    return values(Bound.UNIT).stream().findFirst();
  }

  /**
   * What bounds the caller in a role that cannot be used without.
   *
   * @return one code or several
   * @throws Forbidden {@code claim-missing} when the login carries none
   */
  public Set<String> bound(Bound bound) {
    Set<String> codes = values(bound);
    if (codes.isEmpty()) {
      throw new Forbidden("claim-missing", bound.claim());
    }
    return codes;
  }

  /** Codes that the login carries for {@code bound}; empty when it carries none. */
  public Set<String> values(Bound bound) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? BoundingClaims.codes(token.getClaim(bound.claim()))
        : BoundingClaims.codes(identity.getAttribute(bound.claim()));
  }

  /** Roles and bounds in one text, the same as long as the caller may see and do the same. */
  public String rights() {
    return Arrays.stream(Bound.values())
        .map(bound -> bound.claim() + values(bound))
        .collect(Collectors.joining(" ", new TreeSet<>(identity.getRoles()) + " ", ""));
  }

  /** Of {@code actions}, those that the caller's roles may ask for, in the same order. */
  public <A extends Action> List<A> allowed(Collection<A> actions) {
    return allowed(actions, identity.getRoles());
  }

  /** The same for roles that were noted down, where the request itself is out of reach. */
  public static <A extends Action> List<A> allowed(Collection<A> actions, Set<String> roles) {
    return actions.stream()
        .filter(action -> action.roles().stream().anyMatch(roles::contains))
        .toList();
  }

  /** The caller as events and ledger name it: role, unit and opaque subject. */
  public Actor actor() {
    String role = identity.getRoles().stream().sorted().findFirst().orElse("ANONYMOUS");
    return new Actor(role, unit().orElse(null), subject());
  }
}
