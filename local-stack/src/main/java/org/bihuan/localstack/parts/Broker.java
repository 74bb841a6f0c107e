package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.localstack.layout.Layout;

/**
 * A Kafka broker that is its own KRaft controller, in a process of its own. Records that a producer
 * got acknowledged survive {@code kill -9}; they survive a loss of power only when the operating
 * system had written them.
 */
public final class Broker extends Part {
  /** The name of this part. */
  public static final String NAME = "kafka";

  /** The port that Kafka has everywhere. */
  public static final int USUAL_PORT = 9092;

  /** The usual port of the controller, which only the broker itself uses. */
  static final int USUAL_CONTROLLER_PORT = 9093;

  private final int portForClients;
  private final int controllerPort;

  public Broker(Layout layout, int port, int controllerPort) {
    this(layout, port, port, controllerPort);
  }

  /**
   * @param portForClients what it tells clients to connect to; leads to {@code port}
   */
  public Broker(Layout layout, int port, int portForClients, int controllerPort) {
    super(layout, NAME, port);
    this.portForClients = portForClients;
    this.controllerPort = controllerPort;
  }

  /** For {@code bootstrap.servers}. */
  @Override
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Where it sends clients to, whatever address they came to first. */
  public String addressForClients() {
    return "127.0.0.1:" + portForClients;
  }

  /** The process says so itself when it accepts records: its port is open long before. */
  @Override
  public boolean isReady() {
    try {
      String announced = Files.readString(BrokerProcess.readyFile(layout().kafka()));
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
    Layout.ensure(layout().kafka());
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
            layout().kafka().toString(),
            String.valueOf(port()),
            String.valueOf(portForClients),
            String.valueOf(controllerPort)));
    return command;
  }
}
