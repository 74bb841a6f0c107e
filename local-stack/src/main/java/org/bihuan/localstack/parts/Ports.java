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
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.bihuan.localstack.identity.LoginServer;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;

/** The port of each part of one stack. They are chosen at a start and kept until the next one. */
public final class Ports {
  public static final String CONTROLLER = "kafka-controller";

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

  /** The usual port of each part where it is free, any free one otherwise. */
  public static Ports usualOrFree() {
    return new Ports(choose(usual()));
  }

  /** Free ports for everything, so that many stacks can run side by side. */
  public static Ports anyFree() {
    Map<String, Integer> wanted = new LinkedHashMap<>(usual());
    wanted.replaceAll((part, port) -> 0);
    return new Ports(choose(wanted));
  }

  /** The ports of the last start; the usual ones when there was none. */
  public static Ports read(Layout layout) {
    if (!Files.exists(layout.ports())) {
      return new Ports(usual());
    }
    try {
      // A file of an earlier version does not know every part.
      Map<String, Integer> ports = usual();
      ports.putAll(
          JSON.readValue(
              layout.ports().toFile(), new TypeReference<LinkedHashMap<String, Integer>>() {}));
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

  private static Map<String, Integer> usual() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put(Postgres.NAME, Postgres.USUAL_PORT);
    ports.put(Broker.NAME, Broker.USUAL_PORT);
    ports.put(CONTROLLER, Broker.USUAL_CONTROLLER_PORT);
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
