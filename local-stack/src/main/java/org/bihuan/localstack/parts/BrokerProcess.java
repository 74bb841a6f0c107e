package org.bihuan.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The main class of the broker's process: {@code BrokerProcess DIRECTORY PORT PORT_FOR_CLIENTS
 * CONTROLLER_PORT}.
 */
public final class BrokerProcess {

  private BrokerProcess() {}

  /** Formats the directory at the first start and runs until TERM. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Files.deleteIfExists(readyFile(directory));
    Properties properties = properties(directory, arguments[1], arguments[2], arguments[3]);
    if (!Files.exists(directory.resolve("data").resolve("meta.properties"))) {
      format(directory, properties);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-broker"));
    server.startup();
    announceReady(directory);
    server.awaitShutdown();
  }

  /** Holds the number of the process once it accepts records. */
  static Path readyFile(Path directory) {
    return directory.resolve("ready");
  }

  private static void announceReady(Path directory) throws IOException {
    Path unfinished = directory.resolve("ready.unfinished");
    Files.writeString(unfinished, String.valueOf(ProcessHandle.current().pid()));
    Files.move(unfinished, readyFile(directory), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void format(Path directory, Properties properties) throws IOException {
    Path file = directory.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(
          writer, "Read by the format at the first start only; BrokerProcess holds the settings");
    }
    int code =
        StorageTool.execute(
            new String[] {
              "format",
              "--ignore-formatted",
              "--cluster-id",
              Uuid.randomUuid().toString(),
              "--config",
              file.toString()
            },
            System.out);
    if (code != 0) {
      throw new IOException("Formatting the broker's directory ended with " + code);
    }
  }

  private static Properties properties(
      Path directory, String port, String portForClients, String controllerPort) {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + portForClients);
    properties.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("log.dirs", directory.resolve("data").toString());
    // A topic appears because a service declared it, never because somebody mistyped one.
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    // One broker: every copy is the only copy, and its own books need few partitions.
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "4");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    // After kill -9 the controller waits until the session of the dead broker has expired; the
    // usual value is 9 s.
    properties.setProperty("broker.session.timeout.ms", "4000");
    properties.setProperty("broker.heartbeat.interval.ms", "500");
    return properties;
  }
}
