package org.bihuan.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.Actor;
import org.bihuan.kit.lifecycle.Action;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking: the identity of the token, with the claims {@code unit}, {@code line} and {@code
 * subdistrict} that bound what it may see.
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

  /** Code of the unit the caller works for. */
  public Optional<String> unit() {
    return claim("unit");
  }

  /** Code of the work line the caller is in charge of. */
  public Optional<String> line() {
    return claim("line");
  }

  /** Code of the sub-district the caller works for. */
  public Optional<String> subdistrict() {
    return claim("subdistrict");
  }

  /** A claim of the token, or an attribute that another kind of login has set. */
  public Optional<String> claim(String name) {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return Optional.ofNullable(token.getClaim(name)).map(Caller::text);
    }
    return Optional.ofNullable(identity.getAttribute(name));
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

  private static String text(Object claim) {
    return claim instanceof JsonString json ? json.getString() : claim.toString();
  }
}
