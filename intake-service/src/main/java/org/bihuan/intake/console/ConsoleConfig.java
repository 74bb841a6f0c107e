package org.bihuan.intake.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.bihuan.kit.geo.Crs;

/**
 * What the console learns of the installation. Servers are named apart from what lies on them,
 * since the pages may ask no others: the policy in {@code bihuan.http.pages.console} names the
 * same.
 */
@ConfigMapping(prefix = "bihuan.console")
interface ConsoleConfig {

  /** How people log in. */
  Login login();

  /** The map below what the pages draw. */
  BaseMap map();

  interface Login {

    /** OIDC: at an OpenID provider; LOCAL: by the one-use links of the local stack. */
    @WithDefault("OIDC")
    Kind kind();

    /** Address of whoever logs people in, without a path, as browsers reach it. */
    @WithDefault("http://localhost:8180")
    String server();

    /** Path on the server; both together are the issuer of the tokens. Of no meaning to LOCAL. */
    @WithDefault("/realms/bihuan")
    String path();

    /**
     * Under which name the provider knows the console: another than the audience of the tokens, or
     * what the provider makes for the console alone would open the services. Of no meaning to
     * LOCAL.
     */
    @WithDefault("bihuan-console")
    String clientId();
  }

  interface BaseMap {

    /** Address of a server of map tiles without a path; none: an outline of the district. */
    Optional<String> server();

    /** Path of a tile on it. */
    @WithDefault("/{z}/{x}/{y}.png")
    String path();

    /** System of the tiles; those of Chinese makers are mostly in GCJ-02. */
    @WithDefault("WGS84")
    Crs crs();

    /** What has to stand at the edge of the map, as the owner of the tiles demands. */
    Optional<String> attribution();
  }

  enum Kind {
    OIDC,
    LOCAL
  }
}
