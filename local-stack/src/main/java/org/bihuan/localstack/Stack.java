package org.bihuan.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.LoginCodes;
import org.bihuan.localstack.identity.LoginServer;
import org.bihuan.localstack.identity.Secrets;
import org.bihuan.localstack.identity.Tokens;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Part;
import org.bihuan.localstack.parts.Ports;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.parts.ServiceProcess;
import org.bihuan.localstack.parts.Standby;
import org.bihuan.localstack.process.Mark;

/**
 * PostgreSQL with a standby or without, one broker or three, and the three services, wired
 * together. Each part can be stopped, killed and started again by itself and keeps its address. The
 * parts end with the process that started them, also when that is killed.
 */
public final class Stack implements AutoCloseable {
  private static final String ORIGINS = "QUARKUS_HTTP_CORS_ORIGINS";
  private static final long ABANDON_SECONDS = 10;

  private final Layout layout;
  private final Options options;
  private final List<Postgres> databases;
  private final List<Broker> brokers;
  private final LoginServer login;
  private final Map<ServiceName, ServiceProcess> services = new EnumMap<>(ServiceName.class);

  private Stack(Layout layout, Options options, Ports ports) {
    this.layout = layout;
    this.options = options;
    this.databases =
        ports.databases().stream()
            .map(name -> new Postgres(layout, ports, name, options.standby()))
            .toList();
    this.brokers =
        ports.brokers().stream()
            .map(
                name ->
                    new Broker(layout, ports, name, options.detours(), options.brokerSettings()))
            .toList();
    for (ServiceName service : ServiceName.values()) {
      services.put(
          service, process(service, service.partName(), ports.of(service.partName()), Map.of()));
    }
    this.login = new LoginServer(layout, ports.of(LoginServer.NAME), origins());
  }

  /**
   * Starts everything and returns when all of it is ready. Remains of an earlier, killed stack in
   * the same directory are ended first; its data is kept.
   *
   * @throws StackFailure when a part does not start, or what was kept lies with other servers;
   *     nothing runs then
   */
  public static Stack start(Layout layout, Options options) {
    attach(layout, options).endRemains();
    EarlierStart.of(layout).requireServers(options);
    boolean standby = options.standby() != Standby.NONE;
    Ports ports =
        options.usualPorts()
            ? Ports.usualOrFree(options.brokers(), standby)
            : Ports.anyFree(options.brokers(), standby);
    ports.write(layout);
    Stack stack = new Stack(layout, options, ports);
    try {
      stack.login.start();
      stack.startParts();
      return stack;
    } catch (RuntimeException e) {
      stack.login.stop();
      Mark.killAll(layout.directory());
      throw e;
    }
  }

  /**
   * Like {@link #start}, with nothing kept of what was in the directory before.
   *
   * @throws StackFailure when a part does not start; nothing runs then
   */
  public static Stack startEmpty(Layout layout, Options options) {
    clear(layout);
    return start(layout, options);
  }

  /** Ends every process of a stack and deletes all that it has kept, its keys too. */
  public static void clear(Layout layout) {
    Mark.killAll(layout.directory());
    Folders.delete(layout.directory());
  }

  /** The stack that another program started in this directory, or would have. */
  public static Stack attach(Layout layout) {
    return attach(layout, Options.besideOthers());
  }

  public static Stack attach(Layout layout, Options options) {
    return new Stack(layout, options, Ports.read(layout));
  }

  /** The stack that a start with these options would make; nothing of it runs. */
  public static Stack planned(Layout layout, Options options) {
    return new Stack(
        layout, options, Ports.usual(options.brokers(), options.standby() != Standby.NONE));
  }

  /**
   * The only PostgreSQL server, or the first of two; connections go to whichever is the primary.
   */
  public Postgres postgres() {
    return databases.get(0);
  }

  /** One, or two of which one stands by, in the order of their names. */
  public List<Postgres> databases() {
    return databases;
  }

  /** The same, the primary before its standby. */
  public List<Postgres> primaryFirst() {
    return databases.stream().sorted(Comparator.comparing(Postgres::isStandby)).toList();
  }

  /** The only broker, or the first of three. */
  public Broker broker() {
    return brokers.get(0);
  }

  /** One, or three, in the order of their numbers. */
  public List<Broker> brokers() {
    return brokers;
  }

  public ServiceProcess intake() {
    return service(ServiceName.INTAKE);
  }

  public ServiceProcess dispatch() {
    return service(ServiceName.DISPATCH);
  }

  public ServiceProcess inspection() {
    return service(ServiceName.INSPECTION);
  }

  public ServiceProcess service(ServiceName name) {
    return services.get(name);
  }

  /**
   * One more copy of a service on the same database and broker, not started yet.
   *
   * @param number tells it from the others, 2 or more
   * @param environment variables for this copy only
   */
  public ServiceProcess copyOf(ServiceName service, int number, Map<String, String> environment) {
    return process(service, service.partName() + "-" + number, Ports.free(), environment);
  }

  /** A token that the services accept for twelve hours. */
  public String token(Identity identity) {
    return Tokens.of(layout).sign(identity);
  }

  /** The same from a given moment on, for a service whose clock shows another time. */
  public String token(Identity identity, Instant from) {
    return Tokens.of(layout).sign(identity, from, Tokens.USUAL_VALIDITY);
  }

  /** A link to the console that logs somebody in, once and within twelve hours. */
  public String loginLink(Identity identity) {
    return intake().address() + "/console/login#code=" + LoginCodes.of(layout).issue(identity);
  }

  /** Where such codes are redeemed while the stack runs. */
  public String loginAddress() {
    return login.address();
  }

  /** Every part, in the order in which a stop takes them. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(services.values());
    parts.addAll(brokers);
    parts.addAll(primaryFirst());
    return parts;
  }

  /**
   * Stops the services, then the brokers, then the database, and returns when no process is left.
   */
  public void stop() {
    services.values().forEach(this::stop);
    // A broker that goes hands over to the others first, which the last of them cannot.
    together(brokers.stream().map(broker -> (Runnable) () -> stop(broker)).toList());
    // A primary waits for its standby until all is there.
    primaryFirst().forEach(this::stop);
    login.stop();
    Mark.killAll(layout.directory());
  }

  @Override
  public void close() {
    stop();
  }

  private void stop(Part part) {
    if (part.isRunning()) {
      options.progress().accept("Stopping " + part.name());
      part.stop();
    }
  }

  private void endRemains() {
    if (!Mark.all(layout.directory()).isEmpty()) {
      options.progress().accept("Ending what a killed stack has left");
      stop();
    }
  }

  /**
   * Services need the database to start and the brokers only later, so the two wait for nobody.
   * Brokers are ready when most of them are there, hence all at once.
   */
  private void startParts() {
    EarlierStart.of(layout).requireOnePrimary(databases);
    parts().forEach(part -> keepPreviousLog(part.log()));
    List<Runnable> starts = new ArrayList<>();
    brokers.forEach(broker -> starts.add(() -> start(broker)));
    starts.add(
        () -> {
          primaryFirst().forEach(this::start);
          together(
              services.values().stream().map(service -> (Runnable) () -> start(service)).toList());
        });
    together(starts);
  }

  private static void together(List<Runnable> works) {
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable work : works) {
        running.add(pool.submit(work));
      }
      for (Future<?> work : running) {
        work.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StackFailure failure
          ? failure
          : new StackFailure("Cannot start or stop.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("The start or stop was interrupted.", e);
    } finally {
      pool.shutdownNow();
      awaitEnd(pool);
    }
  }

  private void start(Part part) {
    options.progress().accept("Starting " + part.name());
    long begin = System.nanoTime();
    part.start();
    options
        .progress()
        .accept(
            String.format(
                "%s is ready at %s (%.1f s)",
                part.name(), part.address(), (System.nanoTime() - begin) / 1e9));
  }

  private ServiceProcess process(
      ServiceName service, String name, int port, Map<String, String> ownEnvironment) {
    return new ServiceProcess(
        layout,
        service,
        name,
        port,
        options.javaOptions(),
        () -> environment(service, port, ownEnvironment));
  }

  private Map<String, String> environment(
      ServiceName service, int port, Map<String, String> ownEnvironment) {
    Map<String, String> environment = new HashMap<>();
    // Without it, glibc gives every thread a heap of its own and keeps what they free.
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", databaseOf(service));
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres().username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres().password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker().addressesForClients());
    environment.put("BIHUAN_OUTBOX_REPLICATION", String.valueOf(broker().copies()));
    environment.put("BIHUAN_OUTBOX_MIN_IN_SYNC", String.valueOf(broker().copiesInSync()));
    environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", Tokens.of(layout).publicKeyLocation());
    environment.put("MP_JWT_VERIFY_ISSUER", Tokens.ISSUER);
    environment.put("MP_JWT_VERIFY_AUDIENCES", Tokens.AUDIENCE);
    environment.put("BIHUAN_PUBLIC_ADDRESS", "http://localhost:" + port);
    environment.put(ORIGINS, String.join(",", origins()));
    if (service == ServiceName.INTAKE) {
      environment.put("BIHUAN_PERSONAL_DATA_KEY", new Secrets(layout).personalDataKey());
      environment.put("BIHUAN_LEDGER_SIGNING_KEY", new Secrets(layout).ledgerSigningKey());
      environment.put("BIHUAN_MINI_PROGRAM_STAND_IN", "true");
      environment.put("BIHUAN_ATTACHMENTS_DIRECTORY", layout.attachments().toString());
      environment.put("BIHUAN_PEERS_DISPATCH", dispatch().address());
      environment.put("BIHUAN_PEERS_INSPECTION", inspection().address());
      environment.put("BIHUAN_CONSOLE_LOGIN_KIND", "LOCAL");
      environment.put("BIHUAN_CONSOLE_LOGIN_SERVER", login.address());
    }
    if (service == ServiceName.DISPATCH) {
      environment.put("BIHUAN_LETTERHEAD_ADDRESS", intake().address());
    }
    if (service != ServiceName.INSPECTION) {
      environment.put("BIHUAN_SECRETS_KEY", new Secrets(layout).secretsKey());
      environment.put("BIHUAN_WEBHOOKS_ALLOWED_HOSTS", "localhost");
    }
    environment.putAll(options.serviceEnvironment());
    environment.putAll(ownEnvironment);
    return environment;
  }

  /**
   * The origins under which a browser has the pages of intake-service, and those of pages under
   * development that the variable names to us.
   */
  private List<String> origins() {
    String address = intake().address();
    List<String> origins =
        new ArrayList<>(List.of(address, address.replace("localhost", "127.0.0.1")));
    Optional.ofNullable(System.getenv(ORIGINS))
        .map(named -> List.of(named.split(",")))
        .ifPresent(origins::addAll);
    return origins;
  }

  private String databaseOf(ServiceName service) {
    return Postgres.jdbcUrl(
        databases.stream()
            .map(server -> options.portForClients(server.name(), server.port()))
            .toList(),
        service.database());
  }

  private static void keepPreviousLog(Path log) {
    try {
      if (Files.exists(log)) {
        Files.move(log, Path.of(log + ".previous"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put aside " + log, e);
    }
  }

  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    try {
      pool.awaitTermination(ABANDON_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
