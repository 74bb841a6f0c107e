package org.bihuan.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** The main class of a broker's process: {@code BrokerProcess DIRECTORY CLUSTER_ID}. */
public final class BrokerProcess {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private BrokerProcess() {}

  /**
   * Formats the directory at the first start and runs until TERM, with the settings that lie there.
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Files.deleteIfExists(readyFile(directory));
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(settingsFile(directory))) {
      properties.load(reader);
    }
    if (!Files.exists(directory.resolve("data").resolve("meta.properties"))) {
      format(directory, arguments[1]);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-broker"));
    server.startup();
    announceReady(directory);
    server.awaitShutdown();
  }

  /**
   * The last of three waits for minutes to hand over, when nobody is left to take over. What it has
   * acknowledged survives a harder end.
   */
  private static void stop(KafkaRaftServer server) {
    Thread stopping = new Thread(server::shutdown, "stopping");
    stopping.start();
    try {
      stopping.join(STOP_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Holds the number of the process once it accepts records. */
  static Path readyFile(Path directory) {
    return directory.resolve("ready");
  }

  static Path settingsFile(Path directory) {
    return directory.resolve("server.properties");
  }

  private static void announceReady(Path directory) throws IOException {
    Path unfinished = directory.resolve("ready.unfinished");
    Files.writeString(unfinished, String.valueOf(ProcessHandle.current().pid()));
    Files.move(unfinished, readyFile(directory), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void format(Path directory, String clusterId) throws IOException {
    int code =
        StorageTool.execute(
            new String[] {
              "format",
              "--ignore-formatted",
              "--cluster-id",
              clusterId,
              "--config",
              settingsFile(directory).toString()
            },
            System.out);
    if (code != 0) {
      throw new IOException("Formatting the broker's directory ended with " + code);
    }
  }
}
