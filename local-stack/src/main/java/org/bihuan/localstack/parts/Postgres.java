package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.bihuan.localstack.identity.Secrets;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.process.Signal;

/**
 * A PostgreSQL server with one database for each service. It is as durable as a server in
 * production, unless it is made without durability: fsync, synchronous_commit and full_page_writes
 * are on. Its data survives every kind of end.
 */
public final class Postgres extends Part {
  /** The name of this part. */
  public static final String NAME = "postgres";

  /** The port that PostgreSQL has everywhere. */
  public static final int USUAL_PORT = 5432;

  private static final String USER = "bihuan";
  private static final String MAINTENANCE_DATABASE = "postgres";

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
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Secrets secrets;
  private final boolean durable;

  public Postgres(Layout layout, int port) {
    this(layout, port, true);
  }

  private Postgres(Layout layout, int port, boolean durable) {
    super(layout, NAME, port);
    this.secrets = new Secrets(layout);
    this.durable = durable;
  }

  /** One that keeps what it has as long as the machine runs, for tests of a single service. */
  public static Postgres withoutDurability(Layout layout, int port) {
    return new Postgres(layout, port, false);
  }

  /** The address of one database for JDBC, without user and password. */
  public String jdbcUrl(String database) {
    return jdbcUrl(port(), database);
  }

  /** The same at another port, which leads here. */
  public static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The owner of all databases. */
  public String username() {
    return USER;
  }

  public String password() {
    return secrets.postgresPassword();
  }

  /** A new connection as the owner; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", username());
    properties.setProperty("password", password());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "2");
    // Not through DriverManager, which looks for drivers in the class loader of its caller only.
    return new org.postgresql.Driver().connect(jdbcUrl(database), properties);
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port();
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connect(MAINTENANCE_DATABASE)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      // Refused, still recovering or shutting down: not ready is the whole answer.
      return false;
    }
  }

  @Override
  void prepare() {
    PostgresBinaries.unpackInto(layout().binaries());
    if (!Files.isDirectory(data())) {
      initialise();
    }
    removeLockOfAnotherProgram();
  }

  @Override
  List<String> command() {
    List<String> command = asAllowedUser(program("postgres"), "-D", data().toString());
    command.addAll(List.of("-p", String.valueOf(port())));
    for (String argument : marked("")) {
      command.addAll(List.of("-c", argument));
    }
    for (String setting : SETTINGS) {
      command.addAll(List.of("-c", setting));
    }
    for (String setting : DURABILITY) {
      command.addAll(List.of("-c", setting + (durable ? "=on" : "=off")));
    }
    return command;
  }

  @Override
  Map<String, String> environment() {
    return Map.of("LC_ALL", "C.UTF-8");
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
    try (Connection connection = connect(MAINTENANCE_DATABASE);
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

  private Path data() {
    return layout().postgres().resolve("data");
  }

  private String program(String name) {
    return PostgresBinaries.unpackInto(layout().binaries()).resolve("bin").resolve(name).toString();
  }

  /** Like the archive, the data directory gets its name only when it is whole. */
  private void initialise() {
    Path unfinished = layout().postgres().resolve("unfinished");
    Folders.delete(unfinished);
    Layout.ensure(layout().postgres());
    Layout.ensure(layout().logs());
    List<String> command =
        asAllowedUser(
            program("initdb"),
            "-D",
            unfinished.toString(),
            "--username=" + USER,
            "--pwfile=" + secrets.postgresPasswordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      builder.environment().putAll(environment());
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new StackFailure("initdb ended with " + code + "; see " + log() + ".");
      }
      Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the database directory " + data(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while making the database directory.", e);
    }
  }

  /**
   * After kill -9 the server's lock file stays. The server itself takes it over when nothing has
   * its number, and must, since the file also guards the shared memory of children that still run.
   * Only when another program has been given the number, after a restart of the machine for
   * instance, would it refuse for ever.
   */
  private void removeLockOfAnotherProgram() {
    Path lock = data().resolve("postmaster.pid");
    try {
      if (!Files.exists(lock)) {
        return;
      }
      long pid = Files.readString(lock).lines().findFirst().map(Long::valueOf).orElse(0L);
      boolean another =
          ProcessHandle.of(pid)
              .flatMap(process -> process.info().command())
              .filter(program -> !program.endsWith("/postgres"))
              .isPresent();
      if (another) {
        Files.delete(lock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + lock, e);
    }
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own the same user is nobody in
   * particular, and still owns its files.
   */
  private List<String> asAllowedUser(String... command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      if (!mayUnshare()) {
        throw new StackFailure(
            "PostgreSQL does not run as root, and this machine does not let root make a user"
                + " namespace ('unshare --user true' fails). Run this as an ordinary user.");
      }
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mayUnshare() {
    try {
      return new ProcessBuilder("unshare", "--user", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // No such program: the caller's message tells how to check.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
