package org.bihuan.acceptance.browser.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.parts.Ports;
import org.bihuan.localstack.process.Lifeline;
import org.bihuan.localstack.process.Signal;

/** A real Keycloak with the realm of {@code docker/keycloak}, run as the compose file runs it. */
final class Keycloak implements AutoCloseable {
  /** Of all users of the demonstration. */
  static final String PASSWORD = "Demonstration-" + System.nanoTime();

  private static final String ADMIN = "admin";
  private static final String REALM = "bihuan-realm.json";
  private static final String USERS = "bihuan-users-0.json";

  /**
   * The first start builds Keycloak and makes its tables: half a minute, minutes on a busy machine.
   */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private final Path home;
  private final int port = Ports.free();
  private final int management = Ports.free();
  private ProcessHandle process;

  /**
   * @param home where the Maven profile {@code keycloak} has unpacked it
   */
  Keycloak(Path home) {
    this.home = home;
  }

  String address() {
    return "http://localhost:" + port;
  }

  String issuer() {
    return address() + "/realms/bihuan";
  }

  String keys() {
    return issuer() + "/protocol/openid-connect/certs";
  }

  /**
   * Starts it with nothing kept of before and returns when it is ready.
   *
   * @param console where browsers have the pages of the console, without a path
   * @param change what this realm has unlike the one of the compose file
   */
  void start(String console, Consumer<ObjectNode> change) throws IOException {
    Path data = home.resolve("data");
    Folders.delete(data);
    importRealm(Layout.ensure(data.resolve("import")), change);
    Path log = home.resolveSibling("keycloak.log");
    Files.deleteIfExists(log);
    process =
        Lifeline.start(
            List.of(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + management),
            environment(console),
            home,
            Signal.TERM,
            log);
    if (!Waiting.until(() -> !process.isAlive() || isReady(), START_LIMIT) || !process.isAlive()) {
      close();
      throw new StackFailure("Keycloak does not start; see " + log);
    }
  }

  private static void importRealm(Path folder, Consumer<ObjectNode> change) throws IOException {
    Path source = ProofStack.root().resolve("docker/keycloak");
    ObjectMapper json = new ObjectMapper();
    ObjectNode realm = (ObjectNode) json.readTree(source.resolve(REALM).toFile());
    change.accept(realm);
    json.writeValue(folder.resolve(REALM).toFile(), realm);
    Files.copy(source.resolve(USERS), folder.resolve(USERS), StandardCopyOption.REPLACE_EXISTING);
  }

  private Map<String, String> environment(String console) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    environment.put("KC_HOSTNAME", address());
    environment.put("KC_HEALTH_ENABLED", "true");
    environment.put("BIHUAN_CONSOLE_ADDRESS", console);
    environment.put("BIHUAN_DEMO_PASSWORD", PASSWORD);
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
    return environment;
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + management + "/health/ready")
                  .toURL()
                  .openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      // Refused: not ready is the whole answer.
      return false;
    }
  }

  /** Ends all sessions of somebody, as an administrator does in Keycloak's own pages. */
  void endSessions(String user) {
    String users = address() + "/admin/realms/bihuan/users";
    String id = administrator().queryParam("username", user).get(users).path("[0].id");
    administrator().post(users + "/" + id + "/logout").then().statusCode(204);
  }

  /** How many sessions Keycloak has of somebody. */
  int sessions(String user) {
    String users = address() + "/admin/realms/bihuan/users";
    String id = administrator().queryParam("username", user).get(users).path("[0].id");
    return administrator().get(users + "/" + id + "/sessions").path("size()");
  }

  private RequestSpecification administrator() {
    String token =
        RestAssured.given()
            .formParams(
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    ADMIN,
                    "password",
                    PASSWORD))
            .post(address() + "/realms/master/protocol/openid-connect/token")
            .path("access_token");
    return RestAssured.given().auth().oauth2(token);
  }

  @Override
  public void close() {
    if (process != null && process.destroy()) {
      process.onExit().join();
    }
  }
}
