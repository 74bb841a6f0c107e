package org.bihuan.intake.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.bihuan.intake.reading.Peers;
import org.bihuan.kit.geo.Crs;

/**
 * What the console reads before anything else.
 *
 * @param services where each service is
 * @param login how people log in
 * @param map the map below what the pages draw
 */
record ConsoleSettingsView(Services services, Login login, BaseMap map) {

  /**
   * @param intake empty: where the pages come from
   * @param dispatch address of dispatch-service without a path
   * @param inspection address of inspection-service without a path
   */
  record Services(String intake, URI dispatch, URI inspection) {}

  /**
   * @param kind OIDC or LOCAL
   * @param authority issuer of the tokens; absent for LOCAL
   * @param clientId name of the console there; absent for LOCAL
   * @param address server that takes the one-use codes; absent for OIDC
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Login(ConsoleConfig.Kind kind, String authority, String clientId, String address) {}

  /**
   * @param tiles address of a tile with {z}, {x} and {y}; null when there are none
   * @param crs system of the tiles, in which a tapped point is
   * @param attribution what has to stand at the edge of the map; null when nothing
   */
  record BaseMap(String tiles, Crs crs, String attribution) {}

  static ConsoleSettingsView of(ConsoleConfig config, Peers peers) {
    return new ConsoleSettingsView(
        new Services("", peers.dispatch(), peers.inspection()),
        login(config.login()),
        new BaseMap(
            config.map().server().map(server -> server + config.map().path()).orElse(null),
            config.map().crs(),
            config.map().attribution().orElse(null)));
  }

  private static Login login(ConsoleConfig.Login login) {
    return switch (login.kind()) {
      case OIDC -> new Login(login.kind(), login.server() + login.path(), login.clientId(), null);
      case LOCAL -> new Login(login.kind(), null, null, login.server());
    };
  }
}
