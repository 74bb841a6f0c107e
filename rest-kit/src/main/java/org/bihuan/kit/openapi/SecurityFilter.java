package org.bihuan.kit.openapi;

import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.MethodInfo;

/** Who may use an operation, and how they show it. */
final class SecurityFilter {

  /** How {@code openapi.yaml} calls the provider of tokens. */
  static final String PROVIDER = "OpenIdConnect";

  private static final String TOKEN = "SecurityScheme";

  /** Of a scheme: the role that it gives. */
  private static final String ROLE = "x-role";

  /** Of a scheme: that no token gives its role. */
  private static final String NO_TOKEN = "x-not-by-token";

  private final Map<String, String> rolesOfOtherSchemes = new TreeMap<>();
  private final Set<String> rolesOfNoToken = new TreeSet<>();

  /** Reads the further schemes, such as keys of machines, with the roles that they name. */
  SecurityFilter(OpenAPI description) {
    description
        .getComponents()
        .getSecuritySchemes()
        .forEach(
            (name, scheme) -> {
              if (scheme.getExtensions() != null && scheme.getExtensions().containsKey(ROLE)) {
                String role = scheme.getExtensions().get(ROLE).toString();
                rolesOfOtherSchemes.put(name, role);
                if (scheme.getExtensions().containsKey(NO_TOKEN)) {
                  rolesOfNoToken.add(role);
                }
              }
            });
  }

  /**
   * Says who may use it.
   *
   * @param refusesLogins whether an operation that needs no login says when it refuses one
   * @return whether a login is looked at
   */
  boolean secure(Operation operation, MethodInfo method, boolean refusesLogins) {
    if (hasProofOfItsOwn(operation)) {
      return true;
    }
    Set<String> roles = roles(operation);
    boolean open =
        method.hasDeclaredAnnotation(PermitAll.class)
            || method.declaringClass().hasDeclaredAnnotation(PermitAll.class) && roles.isEmpty();
    if (open) {
      operation.setSecurity(refusesLogins ? anyOrNone() : new ArrayList<>());
    } else {
      operation.setSecurity(needed(roles));
    }
    return !open || refusesLogins;
  }

  /** Whether it names a scheme that no other operation shares, and no login is looked at. */
  boolean hasProofOfItsOwn(Operation operation) {
    return operation.getSecurity() != null
        && operation.getSecurity().stream()
            .flatMap(requirement -> requirement.getSchemes().keySet().stream())
            .anyMatch(
                scheme ->
                    !scheme.equals(TOKEN)
                        && !scheme.equals(PROVIDER)
                        && !rolesOfOtherSchemes.containsKey(scheme));
  }

  /** Roles that may use an operation; empty when a login is enough, or none is needed. */
  private static Set<String> roles(Operation operation) {
    Set<String> roles = new TreeSet<>();
    if (operation.getSecurity() != null) {
      operation
          .getSecurity()
          .forEach(requirement -> requirement.getSchemes().values().forEach(roles::addAll));
    }
    return roles;
  }

  private List<SecurityRequirement> anyOrNone() {
    List<SecurityRequirement> optional = new ArrayList<>();
    optional.add(OASFactory.createSecurityRequirement());
    optional.add(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    optional.add(OASFactory.createSecurityRequirement().addScheme(PROVIDER));
    rolesOfOtherSchemes
        .keySet()
        .forEach(scheme -> optional.add(OASFactory.createSecurityRequirement().addScheme(scheme)));
    return optional;
  }

  /** Quarkus names the roles under whichever scheme it knows; here each stands under its own. */
  private List<SecurityRequirement> needed(Set<String> roles) {
    List<SecurityRequirement> needed = new ArrayList<>();
    Set<String> ofTokens = new TreeSet<>(roles);
    ofTokens.removeAll(rolesOfNoToken);
    if (roles.isEmpty() || !ofTokens.isEmpty()) {
      needed.add(OASFactory.createSecurityRequirement().addScheme(TOKEN, List.copyOf(ofTokens)));
      needed.add(OASFactory.createSecurityRequirement().addScheme(PROVIDER));
    }
    rolesOfOtherSchemes.forEach(
        (scheme, role) -> {
          if (roles.isEmpty() || roles.contains(role)) {
            needed.add(OASFactory.createSecurityRequirement().addScheme(scheme, List.of(role)));
          }
        });
    return needed;
  }
}
