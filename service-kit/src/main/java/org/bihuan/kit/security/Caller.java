package org.bihuan.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.refusal.Forbidden;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking: the identity of the login, with the claims that bound what its roles may see and
 * do. A bound goes with its role: who also has a role without one is not bounded.
 */
@RequestScoped
public class Caller {

  /**
   * Attribute of an identity that anybody can have without anybody vouching for it, such as an
   * account of an app. It tells one caller from the others and no more: no fact names it.
   */
  public static final String UNVOUCHED = "unvouched";

  private static final Actor ANONYMOUS = new Actor("ANONYMOUS", null, "anonymous");

  private final SecurityIdentity identity;
  private final ResourceInfo resource;

  Caller(SecurityIdentity identity, ResourceInfo resource) {
    this.identity = identity;
    this.resource = resource;
  }

  public boolean isAnonymous() {
    return identity.isAnonymous();
  }

  /** Whether somebody answers for who the caller is: the provider of tokens, or who gave a key. */
  public boolean isVouchedFor() {
    return !identity.isAnonymous() && identity.getAttribute(UNVOUCHED) == null;
  }

  /** Opaque and stable: {@code sub} of the token, the name of an API key, or {@code anonymous}. */
  public String subject() {
    if (identity.isAnonymous()) {
      return ANONYMOUS.subject();
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

  /**
   * Code of the unit the caller works for, whatever the role: what the caller must not judge, or
   * not learn, goes by it.
   *
   * @throws Forbidden {@code claim-missing} when the login carries the claim and anything but one
   *     code in it, so that nobody can tell which unit that is
   */
  public Optional<String> unit() {
    if (!BoundingClaims.isClear(claim(Bound.UNIT))) {
      throw new Forbidden("claim-missing", Bound.UNIT.claim());
    }
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
    return BoundingClaims.codes(claim(bound));
  }

  private Object claim(Bound bound) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getClaim(bound.claim())
        : identity.getAttribute(bound.claim());
  }

  /** When the login ends, where it says so. */
  public Optional<Instant> loginUntil() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
        : Optional.empty();
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

  /**
   * The caller as events and ledger name it: unit, opaque subject, and the role that gave the right
   * to act; of whom nobody vouches for, nothing. Of the roles that the running operation allows
   * that is the first which the caller has; where it asks for none, the first in the order of
   * {@link Role#all}.
   */
  public Actor actor() {
    return actor(allowedRoles());
  }

  /**
   * The same where more than the operation decides who may act.
   *
   * @param rights the roles that give the right to just this, the one to be named rather than
   *     another before it
   */
  public Actor actor(List<String> rights) {
    if (!isVouchedFor()) {
      return ANONYMOUS;
    }
    String role =
        Stream.concat(rights.stream(), Role.all().stream())
            .filter(identity.getRoles()::contains)
            .findFirst()
            .orElse(ANONYMOUS.role());
    return new Actor(role, unit().orElse(null), subject());
  }

  private List<String> allowedRoles() {
    Method operation = resource.getResourceMethod();
    if (operation == null || operation.isAnnotationPresent(PermitAll.class)) {
      return List.of();
    }
    return Stream.<AnnotatedElement>of(operation, operation.getDeclaringClass())
        .map(place -> place.getAnnotation(RolesAllowed.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(allowed -> List.of(allowed.value()))
        .orElse(List.of());
  }
}
