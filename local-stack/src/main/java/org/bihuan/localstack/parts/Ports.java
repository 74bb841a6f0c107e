package org.bihuan.localstack.parts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.bihuan.localstack.identity.LoginServer;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;

/**
 * The ports of each part of one stack, and so which parts it has. They are chosen at a start and
 * kept until the next one.
 */
public final class Ports {
  /** The usual ports of a broker follow each other; those of the next one are so much higher. */
  private static final int FROM_BROKER_TO_BROKER = 10;

  /**
   * Free ports are looked for below the range from which the system takes the ports of outgoing
   * connections.
   */
  private static final int LOWEST = 15_000;

  private static final int HIGHEST = 32_000;
  private static final int CONNECT_MILLIS = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Integer> byPart;

  private Ports(Map<String, Integer> byPart) {
    this.byPart = byPart;
  }

  /** The usual port of each part, free or not. */
  public static Ports usual(int brokers, boolean standby) {
    return new Ports(usualByPart(brokers, standby));
  }

  /** The usual port of each part where it is free, any free one otherwise. */
  public static Ports usualOrFree(int brokers, boolean standby) {
    return new Ports(choose(usualByPart(brokers, standby)));
  }

  /** Free ports for everything, so that many stacks can run side by side. */
  public static Ports anyFree(int brokers, boolean standby) {
    Map<String, Integer> wanted = new LinkedHashMap<>(usualByPart(brokers, standby));
    wanted.replaceAll((part, port) -> 0);
    return new Ports(choose(wanted));
  }

  /**
   * The ports of the last start; the usual ones of a stack with one broker and one PostgreSQL when
   * there was none.
   */
  public static Ports read(Layout layout) {
    if (!Files.exists(layout.ports())) {
      return usual(1, false);
    }
    try {
      Map<String, Integer> written =
          JSON.readValue(
              layout.ports().toFile(), new TypeReference<LinkedHashMap<String, Integer>>() {});
      // A file of an earlier version does not know every part.
      Map<String, Integer> ports =
          usualByPart(
              written.containsKey(broker(1)) ? Broker.CLUSTER : 1,
              written.containsKey(Postgres.SECOND));
      ports.putAll(written);
      return new Ports(ports);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read " + layout.ports() + "; delete it and start again.", e);
    }
  }

  public void write(Layout layout) {
    Layout.ensure(layout.directory());
    try {
      var unfinished = layout.directory().resolve("ports.json.unfinished");
      JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), byPart);
      Files.move(unfinished, layout.ports(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + layout.ports(), e);
    }
  }

  public int of(String part) {
    return byPart.get(part);
  }

  /** The names of the PostgreSQL servers, one or two. */
  public List<String> databases() {
    return databases(byPart.containsKey(Postgres.SECOND));
  }

  /** The names of one server, or of two of which one stands by. */
  public static List<String> databases(boolean standby) {
    return standby ? List.of(Postgres.NAME, Postgres.SECOND) : List.of(Postgres.NAME);
  }

  /** The names of the brokers, in the order of their numbers. */
  public List<String> brokers() {
    return byPart.containsKey(Broker.NAME) ? brokers(1) : brokers(Broker.CLUSTER);
  }

  /** The names of so many brokers. */
  static List<String> brokers(int number) {
    return number == 1
        ? List.of(Broker.NAME)
        : IntStream.rangeClosed(1, number).mapToObj(Ports::broker).toList();
  }

  /** By which name a broker's port for the controllers of all brokers is known here. */
  public static String controllerOf(String broker) {
    return broker + "-controller";
  }

  /** By which name a broker's port for the other brokers is known here. */
  public static String replicationOf(String broker) {
    return broker + "-replication";
  }

  /** A free port of the loopback address for one more process. */
  public static int free() {
    return preferred(0);
  }

  /** The wished port when it is free, any other free one otherwise. */
  static int preferred(int wished) {
    return choose(Map.of("one", wished)).get("one");
  }

  /** True when something accepts connections there. */
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      // Refused or too slow: it does not answer.
      return false;
    }
  }

  private static String broker(int number) {
    return Broker.NAME + "-" + number;
  }

  private static Map<String, Integer> usualByPart(int brokers, boolean standby) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (String server : databases(standby)) {
      ports.put(server, Postgres.USUAL_PORT + ports.size());
    }
    int port = Broker.USUAL_PORT;
    for (String broker : brokers(brokers)) {
      ports.put(broker, port);
      ports.put(controllerOf(broker), port + 1);
      ports.put(replicationOf(broker), port + 2);
      port += FROM_BROKER_TO_BROKER;
    }
    for (ServiceName service : ServiceName.values()) {
      ports.put(service.partName(), service.usualPort());
    }
    ports.put(LoginServer.NAME, LoginServer.USUAL_PORT);
    return ports;
  }

  private static Map<String, Integer> choose(Map<String, Integer> wanted) {
    Map<String, ServerSocket> held = new LinkedHashMap<>();
    try {
      wanted.forEach((part, port) -> held.put(part, take(port)));
      Map<String, Integer> chosen = new LinkedHashMap<>();
      held.forEach((part, socket) -> chosen.put(part, socket.getLocalPort()));
      return chosen;
    } finally {
      held.values().forEach(Ports::close);
    }
  }

  private static ServerSocket take(int wanted) {
    int port = wanted == 0 ? anyPort() : wanted;
    while (true) {
      try {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        // Taken: try another.
        port = anyPort();
      }
    }
  }

  private static int anyPort() {
    return ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
