package org.bihuan.localstack.parts;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.localstack.identity.Secrets;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.process.Signal;

/**
 * A PostgreSQL server with one database for each service: the only one of its stack, or one of two
 * of which one is the primary and the other, the standby, follows it. It is as durable as a server
 * in production, unless it is made without durability: fsync, synchronous_commit and
 * full_page_writes are on. Its data survives every kind of end.
 */
public final class Postgres extends Part {
  /** The name of the only one, and of the first of two. */
  public static final String NAME = "postgres";

  /** The name of the second of two; which of them is the primary changes with each promotion. */
  public static final String SECOND = NAME + "-2";

  /** The port that PostgreSQL has everywhere. */
  public static final int USUAL_PORT = 5432;

  static final String USER = "bihuan";
  private static final String MAINTENANCE_DATABASE = "postgres";
  static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8");
  private static final String RELOAD = "select pg_reload_conf()";

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=300",
          "shared_buffers=256MB",
          "min_wal_size=1GB",
          "max_wal_size=4GB",
          "timezone=UTC",
          "log_timezone=UTC",
          "lc_messages=C.UTF-8");

  /** What makes an answered commit outlive a loss of power; each commit waits for the disk. */
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  private static final List<String> NOT_DURABLE =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  /** A standby that was away finds what it has missed. */
  private static final String KEPT_FOR_A_STANDBY = "wal_keep_size=1GB";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Secrets secrets;
  private final Map<String, Integer> servers;
  private final Standby standby;
  private final List<String> durability;
  private final PostgresFolder folder;

  /** The only server of its stack. */
  public Postgres(Layout layout, int port) {
    this(layout, NAME, Map.of(NAME, port), Standby.NONE, DURABLE);
  }

  /**
   * @param ports of all servers of the stack
   * @param name one of {@link Ports#databases()}
   */
  public Postgres(Layout layout, Ports ports, String name, Standby standby) {
    this(
        layout,
        name,
        ports.databases().stream().collect(Collectors.toMap(server -> server, ports::of)),
        standby,
        DURABLE);
  }

  private Postgres(
      Layout layout,
      String name,
      Map<String, Integer> servers,
      Standby standby,
      List<String> durability) {
    super(layout, name, servers.get(name));
    this.secrets = new Secrets(layout);
    this.servers = new TreeMap<>(servers);
    this.standby = standby;
    this.durability = durability;
    this.folder = new PostgresFolder(layout, name);
  }

  /** One that keeps what it has as long as the machine runs, for tests of a single service. */
  public static Postgres withoutDurability(Layout layout, int port) {
    return new Postgres(layout, NAME, Map.of(NAME, port), Standby.NONE, NOT_DURABLE);
  }

  /** The address of one database for JDBC, on whichever server is the primary, without a user. */
  public String jdbcUrl(String database) {
    return jdbcUrl(servers.values(), database);
  }

  /** The same at other ports, which lead to the servers. */
  public static String jdbcUrl(Collection<Integer> ports, String database) {
    return ports.stream()
            .map(port -> "127.0.0.1:" + port)
            .collect(Collectors.joining(",", "jdbc:postgresql://", "/" + database))
        + (ports.size() == 1 ? "" : "?targetServerType=primary");
  }

  /** The owner of all databases. */
  public String username() {
    return USER;
  }

  public String password() {
    return secrets.postgresPassword();
  }

  /** A new connection to the primary as the owner; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return connectTo(jdbcUrl(database));
  }

  private Connection connectHere() throws SQLException {
    return connectTo(jdbcUrl(List.of(port()), MAINTENANCE_DATABASE));
  }

  private Connection connectTo(String address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", username());
    properties.setProperty("password", password());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "2");
    // Not through DriverManager, which looks for drivers in the class loader of its caller only.
    return new org.postgresql.Driver().connect(address, properties);
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port();
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connectHere()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      // Refused, still recovering or shutting down: not ready is the whole answer.
      return false;
    }
  }

  @Override
  void prepare() {
    PostgresBinaries.unpackInto(layout().binaries());
    Layout.ensure(layout().logs());
    if (folder.isToBeCopied()) {
      copy(other());
    } else if (folder.isEmpty()) {
      folder.initialise(program("initdb"), secrets.postgresPasswordFile(), log());
    }
    folder.removeLockOfAnotherProgram();
  }

  @Override
  List<String> command() {
    List<String> command =
        PostgresUser.run(program("postgres").toString(), "-D", folder.data().toString());
    command.addAll(List.of("-p", String.valueOf(port())));
    for (String argument : marked("")) {
      command.addAll(List.of("-c", argument));
    }
    List<String> settings = new ArrayList<>(SETTINGS);
    settings.addAll(durability);
    if (standby != Standby.NONE) {
      settings.add(KEPT_FOR_A_STANDBY);
    }
    if (standby == Standby.SYNCHRONOUS) {
      settings.add("synchronous_commit=remote_apply");
    }
    for (String setting : settings) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  @Override
  Map<String, String> environment() {
    return ENVIRONMENT;
  }

  /** Ends sessions and stops; TERM would wait until every client has gone by itself. */
  @Override
  Signal stopSignal() {
    return Signal.INT;
  }

  /**
   * After kill -9 the server keeps its number until its parent has noticed, and its children need a
   * moment to notice and to leave the shared memory.
   */
  @Override
  boolean passesByItself(String log) {
    return log.contains("lock file \"postmaster.pid\" already exists")
        || log.contains("pre-existing shared memory block");
  }

  @Override
  void afterStart() {
    if (isStandby()) {
      awaitStreaming();
    } else {
      createDatabases();
    }
  }

  private void createDatabases() {
    try (Connection connection = connectHere();
        Statement statement = connection.createStatement()) {
      Set<String> existing = new HashSet<>();
      try (ResultSet names = statement.executeQuery("select datname from pg_database")) {
        while (names.next()) {
          existing.add(names.getString(1));
        }
      }
      for (ServiceName service : ServiceName.values()) {
        if (!existing.contains(service.database())) {
          statement.execute("create database " + service.database());
        }
      }
    } catch (SQLException e) {
      throw new StackFailure("Cannot create the databases: " + e.getMessage(), e);
    }
  }

  /** Whether it follows the other one, or will when it is started. */
  public boolean isStandby() {
    return folder.isOfStandby();
  }

  /**
   * Makes this standby the primary, alone: commits wait for nobody until another standby is there.
   * The server that was the primary copies everything anew when it starts.
   *
   * @throws StackFailure when that one still runs, since both would take what is written; or when
   *     this one does not become the primary within a minute
   */
  public void promote() {
    Postgres primary = other();
    if (primary.isRunning()) {
      throw new StackFailure(
          primary.name() + " still runs: stop it before " + name() + " takes over.");
    }
    waitFor("");
    primary.folder.markOutdated();
    if (!isTold("select 1 where pg_promote(true, %d)".formatted(PATIENCE.toSeconds()))) {
      primary.folder.unmarkOutdated();
      throw new StackFailure(name() + " was not promoted; see " + log() + ".");
    }
  }

  /** Has a standby receive nothing any more, as when its network is cut, until it is promoted. */
  public void stopReceiving() {
    tell("alter system set primary_conninfo = ''", RELOAD);
    if (!Waiting.until(
        () -> isTold("select 1 where not exists (select from pg_stat_wal_receiver)"), PATIENCE)) {
      throw new StackFailure(name() + " goes on receiving; see " + log() + ".");
    }
  }

  /** For which standbys commits wait. */
  private void waitFor(String standbys) {
    tell("alter system set synchronous_standby_names = '" + standbys + "'", RELOAD);
  }

  private Postgres other() {
    return new Postgres(
        layout(), name().equals(NAME) ? SECOND : NAME, servers, standby, durability);
  }

  private void copy(Postgres primary) {
    if (!primary.isRunning()) {
      throw new StackFailure(name() + " has to copy " + primary.name() + ", which does not run.");
    }
    try (Connection connection = primary.connectHere()) {
      folder.copy(
          connection,
          primary.folder.data(),
          "host=127.0.0.1 port=%d user=%s password=%s application_name=%s"
              .formatted(primary.port(), USER, password(), name()));
    } catch (SQLException e) {
      throw new StackFailure("Cannot copy " + primary.name() + ": " + e.getMessage(), e);
    }
  }

  /** From then on commits wait for it, where they shall. */
  private void awaitStreaming() {
    if (!Waiting.until(
        () -> isTold("select 1 from pg_stat_wal_receiver where status = 'streaming'"), PATIENCE)) {
      throw new StackFailure(
          name() + " does not receive what the primary writes; see " + log() + ".");
    }
    other().waitFor(standby == Standby.SYNCHRONOUS ? "*" : "");
  }

  private void tell(String... statements) {
    try (Connection connection = connectHere();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new StackFailure(name() + ": " + e.getMessage(), e);
    }
  }

  private boolean isTold(String query) {
    try (Connection connection = connectHere();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    } catch (SQLException e) {
      // Not yet: it may be starting.
      return false;
    }
  }

  private Path program(String name) {
    return PostgresBinaries.unpackInto(layout().binaries()).resolve("bin").resolve(name);
  }
}
