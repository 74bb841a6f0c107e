package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;

/**
 * A Kafka broker that is a KRaft controller too, in a process of its own: the only one of its
 * stack, or one of three that copy everything from each other. Records that a producer got
 * acknowledged survive {@code kill -9}; they survive a loss of power only when the operating system
 * had written them, and the loss of a disk only with three brokers.
 */
public final class Broker extends Part {
  /** The name of the only one; three are called {@code kafka-1} to {@code kafka-3}. */
  public static final String NAME = "kafka";

  /** So many survive the loss of one with its disk. */
  public static final int CLUSTER = 3;

  /** The port that Kafka has everywhere. */
  static final int USUAL_PORT = 9092;

  private final Ports ports;
  private final Map<String, Integer> detours;
  private final Map<String, String> settings;

  /** One that everybody reaches directly. */
  public Broker(Layout layout, Ports ports, String name) {
    this(layout, ports, name, Map.of(), Map.of());
  }

  /**
   * @param ports of all brokers of the stack
   * @param name one of {@link Ports#brokers()}
   * @param detours ports that lead to those of the same name, for whoever connects to this broker
   *     or to one of the others
   * @param settings of the broker, over its usual ones
   */
  public Broker(
      Layout layout,
      Ports ports,
      String name,
      Map<String, Integer> detours,
      Map<String, String> settings) {
    super(layout, name, ports.of(name));
    this.ports = ports;
    this.detours = detours;
    this.settings = settings;
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** All brokers of its stack, for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return ports.brokers().stream()
        .map(broker -> "127.0.0.1:" + ports.of(broker))
        .collect(Collectors.joining(","));
  }

  /** Where the brokers send clients to, whatever address those came to first. */
  public String addressesForClients() {
    return ports.brokers().stream()
        .map(broker -> "127.0.0.1:" + reachedAt(broker))
        .collect(Collectors.joining(","));
  }

  /** Its number in the cluster, from 1 on. */
  public int number() {
    return ports.brokers().indexOf(name()) + 1;
  }

  /** How many copies of each topic the cluster can keep: 1 or 3. */
  public int copies() {
    return ports.brokers().size() < CLUSTER ? 1 : CLUSTER;
  }

  /** How many brokers have to have a record before it is acknowledged. */
  public int copiesInSync() {
    return copies() == 1 ? 1 : copies() - 1;
  }

  /** Deletes all that it has kept, as the loss of its disk would. It must not run. */
  public void loseDisk() {
    Folders.delete(directory());
  }

  /** The process says so itself when it accepts records: its port is open long before. */
  @Override
  public boolean isReady() {
    try {
      String announced = Files.readString(BrokerProcess.readyFile(directory()));
      return pid().map(String::valueOf).filter(announced::equals).isPresent()
          && Ports.answers(port());
    } catch (NoSuchFileException e) {
      // Not announced yet: not ready is the whole answer.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void prepare() {
    Layout.ensure(directory());
    try (var writer = Files.newBufferedWriter(BrokerProcess.settingsFile(directory()))) {
      properties().store(writer, "Written anew at each start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(ServiceProcess.java());
    command.addAll(marked("-D"));
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            layout().classpath(),
            BrokerProcess.class.getName(),
            directory().toString(),
            clusterId(layout())));
    return command;
  }

  private Path directory() {
    return layout().kafka(name());
  }

  private int reachedAt(String port) {
    return detours.getOrDefault(port, ports.of(port));
  }

  /** The same for all brokers of a stack, one that has lost its disk included. */
  private static synchronized String clusterId(Layout layout) {
    try {
      if (!Files.exists(layout.kafkaCluster())) {
        Files.writeString(layout.kafkaCluster(), Uuid.randomUuid().toString());
      }
      return Files.readString(layout.kafkaCluster());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties properties() {
    String controller = Ports.controllerOf(name());
    String replication = Ports.replicationOf(name());
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", String.valueOf(number()));
    properties.setProperty("broker.rack", "rack-" + number());
    properties.setProperty("controller.quorum.voters", voters());
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("inter.broker.listener.name", "REPLICATION");
    properties.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,REPLICATION://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(port(), ports.of(replication), ports.of(controller)));
    properties.setProperty(
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:%d,REPLICATION://127.0.0.1:%d"
            .formatted(reachedAt(name()), reachedAt(replication)));
    properties.setProperty(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,REPLICATION:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("log.dirs", directory().resolve("data").toString());
    // A topic appears because a service declared it, never because somebody mistyped one.
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    // What a leader that lacks acknowledged records would write over them is lost.
    properties.setProperty("unclean.leader.election.enable", "false");
    setCopies(properties);
    // After kill -9 the controller waits until the session of the dead broker has expired; the
    // usual value is 9 s.
    properties.setProperty("broker.session.timeout.ms", "4000");
    properties.setProperty("broker.heartbeat.interval.ms", "500");
    // A copy that does not follow is given up after so long; the usual value is 30 s.
    properties.setProperty("replica.lag.time.max.ms", "6000");
    settings.forEach(properties::setProperty);
    return properties;
  }

  /** The broker's own books are copied as the topics of the services are; they need few parts. */
  private void setCopies(Properties properties) {
    String copies = String.valueOf(copies());
    String inSync = String.valueOf(copiesInSync());
    properties.setProperty("default.replication.factor", copies);
    properties.setProperty("min.insync.replicas", inSync);
    properties.setProperty("offsets.topic.replication.factor", copies);
    properties.setProperty("offsets.topic.num.partitions", "4");
    properties.setProperty("transaction.state.log.replication.factor", copies);
    properties.setProperty("transaction.state.log.min.isr", inSync);
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("share.coordinator.state.topic.replication.factor", copies);
    properties.setProperty("share.coordinator.state.topic.min.isr", inSync);
  }

  private String voters() {
    return IntStream.range(0, ports.brokers().size())
        .mapToObj(
            index ->
                "%d@127.0.0.1:%d"
                    .formatted(
                        index + 1, reachedAt(Ports.controllerOf(ports.brokers().get(index)))))
        .collect(Collectors.joining(","));
  }
}
