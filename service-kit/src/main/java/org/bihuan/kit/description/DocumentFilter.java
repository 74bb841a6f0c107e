package org.bihuan.kit.description;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** What the description says about the service as a whole. */
final class DocumentFilter {

  /** How operations name the scheme of tokens; Quarkus names their roles under it. */
  static final String TOKEN = "SecurityScheme";

  /** How operations name the provider that such a token comes from. */
  static final String PROVIDER = "OpenIdConnect";

  /** What the stored description says; the running one names its own. */
  private static final String STORED_ISSUER = "https://bihuan.local";

  private final OpenAPI description;

  DocumentFilter(OpenAPI description) {
    this.description = description;
  }

  void complete() {
    if (description.getInfo() == null) {
      description.setInfo(OASFactory.createInfo());
    }
    description
        .getInfo()
        .contact(OASFactory.createContact().name("Whoever runs this installation"))
        .license(
            OASFactory.createLicense()
                .name("Apache-2.0")
                .url("https://www.apache.org/licenses/LICENSE-2.0"));
    description.addServer(server("/"));
    description
        .getComponents()
        .addSecurityScheme(PROVIDER, provider(STORED_ISSUER))
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                    "A token of the configured OpenID Connect provider, handled after RFC8725. Its"
                        + " `groups` name the roles; `channel`, `unit`, `line` and `subdistrict`"
                        + " bound what the caller sees and does. The roles beside an operation are those that may use"
                        + " it, any one of them; none means that a login is enough."));
  }

  /** How a client gets the token: where the provider says what it offers. */
  static SecurityScheme provider(String issuer) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.OPENIDCONNECT)
        .openIdConnectUrl(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
        .description(
            "Log in with the OpenID Connect provider of this installation; its token is sent as a"
                + " bearer token, see `"
                + TOKEN
                + "`.");
  }

  /** The one server of a description: the stored one does not know where it will run. */
  static Server server(String address) {
    Server server =
        OASFactory.createServer()
            .url(address)
            .description("This installation, be it local, staging or production");
    server.addExtension("x-internal", false);
    return server;
  }

  /** Further schemes, such as keys of machines, with the roles that the extension names. */
  static Map<String, String> rolesOfOtherSchemes(OpenAPI description) {
    Map<String, String> roles = new TreeMap<>();
    description
        .getComponents()
        .getSecuritySchemes()
        .forEach(
            (name, scheme) -> {
              if (scheme.getExtensions() != null && scheme.getExtensions().containsKey("x-role")) {
                roles.put(name, scheme.getExtensions().get("x-role").toString());
              }
            });
    return roles;
  }
}
