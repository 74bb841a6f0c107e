package org.bihuan.localstack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bihuan.localstack.identity.Secrets;
import org.bihuan.localstack.identity.Tokens;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Ports;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.process.Mark;

/**
 * Gives the tests of a service a real PostgreSQL and a real broker, empty and once per test run,
 * under {@code target/stack} of the module. The database waits for no disk; that an answered commit
 * outlives a crash is shown on the packaged services.
 *
 * <pre>{@code
 * @QuarkusTestResource(value = StackResource.class,
 *     initArgs = @ResourceArg(name = StackResource.DATABASE, value = "intake"))
 * }</pre>
 *
 * <p>The module sets {@code quarkus.devservices.enabled=false}: Quarkus would look for Docker
 * before it asks here.
 *
 * <p>Everything ends with the test run, also when that is killed.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {
  /** The init argument that names the database of the service under test. */
  public static final String DATABASE = "database";

  /**
   * A system property, for Quarkus loads this class more than once and each copy would have its own
   * static field.
   */
  private static final String STARTED = "bihuan.stack.started";

  private String database;

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.get(DATABASE);
    if (database == null) {
      throw new IllegalArgumentException(
          "StackResource needs the init argument '"
              + DATABASE
              + "': intake, dispatch or inspection.");
    }
  }

  @Override
  public Map<String, String> start() {
    Layout layout = Layout.ofTests();
    if (System.getProperty(STARTED) == null) {
      startFresh(layout);
      System.setProperty(STARTED, layout.directory().toString());
    }
    Postgres postgres = postgres();
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", postgres.password(),
        "kafka.bootstrap.servers", broker().address(),
        // The key itself: in tests Quarkus makes up a key of its own, and a location yields to a
        // key.
        "mp.jwt.verify.publickey", Tokens.of(layout).publicKey(),
        "mp.jwt.verify.issuer", Tokens.ISSUER,
        "mp.jwt.verify.audiences", Tokens.AUDIENCE,
        "bihuan.personal-data.key", new Secrets(layout).personalDataKey(),
        "bihuan.secrets.key", new Secrets(layout).secretsKey(),
        "bihuan.webhooks.allowed-hosts", "localhost");
  }

  /**
   * Nothing: the next test profile of the same run uses the same servers, and the run's end stops
   * them.
   */
  @Override
  public void stop() {}

  /** The running database server, for tests that stop and start it. */
  public static Postgres postgres() {
    Layout layout = Layout.ofTests();
    return Postgres.withoutDurability(layout, Ports.read(layout).of(Postgres.NAME));
  }

  /** The running broker, for tests that stop and start it. */
  public static Broker broker() {
    Layout layout = Layout.ofTests();
    return new Broker(layout, Ports.read(layout), Broker.NAME);
  }

  private static void startFresh(Layout layout) {
    Stack.clear(layout);
    Ports.anyFree(1, false).write(layout);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Mark.killAll(layout.directory()), "end-test-stack"));
    CompletableFuture<Void> broker = CompletableFuture.runAsync(broker()::start);
    postgres().start();
    broker.join();
  }
}
