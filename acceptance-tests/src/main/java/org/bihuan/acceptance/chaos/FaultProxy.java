package org.bihuan.acceptance.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.parts.Ports;

/**
 * The ways between clients and servers, which can fail as networks do: connections are cut, fall
 * silent for good, are held up in one direction or become slow. Nothing that passes is changed.
 */
final class FaultProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;
  private static final int CONNECT_MILLIS = 2_000;
  private static final BiPredicate<String, Socket> NONE = (server, client) -> false;
  private static final Duration PAUSE_AFTER_A_FAILURE = Duration.ofMillis(100);

  /** What travels towards the server, and what comes back. */
  enum Direction {
    REQUESTS,
    ANSWERS
  }

  private final Map<String, ServerSocket> entrances = new HashMap<>();
  private final Map<String, Integer> targetPorts = new ConcurrentHashMap<>();
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private final Set<Direction> held = EnumSet.noneOf(Direction.class);
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile long nanosForEachChunk;

  /** Connections that are silent, those to come included; under the lock of {@link #held}. */
  private BiPredicate<String, Socket> silenced = NONE;

  /**
   * @param targets the servers' ports by their names, asked for at the first connection; a server
   *     may come up later
   */
  FaultProxy(Map<String, IntSupplier> targets) {
    targets.forEach(
        (name, port) -> {
          ServerSocket entrance = open();
          entrances.put(name, entrance);
          daemon("link-" + entrance.getLocalPort(), () -> accept(entrance, name, port));
        });
  }

  /** The ways to ports of a stack, by their names; its start may choose them later. */
  static FaultProxy to(Layout layout, List<String> ports) {
    return new FaultProxy(
        ports.stream()
            .collect(Collectors.toMap(name -> name, name -> () -> Ports.read(layout).of(name))));
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free", e);
    }
  }

  /** Where clients connect to, by the names of the servers. */
  Map<String, Integer> ports() {
    return entrances.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entrance -> entrance.getValue().getLocalPort()));
  }

  /** What was no wish of ours: connections that could not be taken or led on. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Resets every connection; new ones pass. */
  void cut() {
    passages.forEach(Passage::reset);
  }

  /** Holds up what travels in a direction, on new connections too, until {@link #release}. */
  void hold(Direction direction) {
    synchronized (held) {
      held.add(direction);
    }
  }

  /** Lets go what was held up. */
  void release() {
    synchronized (held) {
      held.clear();
      held.notifyAll();
    }
  }

  /**
   * Lets every connection fall silent: both ends believe that it stands, and nothing comes any
   * more. New connections pass. To be ended by {@link #cutSilent}.
   */
  void silence() {
    passages.forEach(passage -> passage.silent = true);
  }

  /**
   * The same for some connections, and new ones of their kind fall silent as well.
   *
   * @param which is given the name of the server and the end that the client has connected to
   */
  void silence(BiPredicate<String, Socket> which) {
    synchronized (held) {
      silenced = which;
      passages.forEach(passage -> passage.silent |= which.test(passage.name, passage.client));
    }
  }

  /**
   * Resets the silent connections on both sides, as a firewall does that has forgotten them; all
   * new ones pass.
   */
  void cutSilent() {
    synchronized (held) {
      silenced = NONE;
    }
    passages.stream().filter(passage -> passage.silent).forEach(Passage::reset);
  }

  /** Delays each piece of up to 16 KiB by this time; zero for none. */
  void slow(Duration forEachPiece) {
    nanosForEachChunk = forEachPiece.toNanos();
  }

  @Override
  public void close() {
    try {
      for (ServerSocket entrance : entrances.values()) {
        entrance.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    release();
  }

  private void accept(ServerSocket entrance, String name, IntSupplier port) {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        daemon("link-connect", () -> join(client, name, port));
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          failures.add(e.toString());
          LockSupport.parkNanos(PAUSE_AFTER_A_FAILURE.toNanos());
        }
      }
    }
  }

  private void join(Socket client, String name, IntSupplier port) {
    Socket server = new Socket();
    Passage passage = new Passage(name, client, server);
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort(name, port)),
          CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    } catch (IOException e) {
      // The server is away; its clients see that as they would without us.
      passage.reset();
      return;
    } catch (RuntimeException e) {
      failures.add("No way to the server: " + e);
      passage.reset();
      return;
    }
    synchronized (held) {
      passage.silent = silenced.test(name, client);
      passages.add(passage);
    }
    daemon("link-requests", () -> passage.carry(client, server, Direction.REQUESTS));
    daemon("link-answers", () -> passage.carry(server, client, Direction.ANSWERS));
  }

  private int targetPort(String name, IntSupplier port) {
    return targetPorts.computeIfAbsent(name, any -> port.getAsInt());
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection from end to end. */
  private final class Passage {

    private final String name;
    private final Socket client;
    private final Socket server;
    private volatile boolean silent;

    Passage(String name, Socket client, Socket server) {
      this.name = name;
      this.client = client;
      this.server = server;
    }

    void carry(Socket from, Socket to, Direction direction) {
      byte[] chunk = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
          awaitTurn(direction);
          out.write(chunk, 0, length);
        }
        awaitTurn(direction);
        to.shutdownOutput();
      } catch (IOException e) {
        // One end is gone, so the other goes as well, unless the news of it would be lost too.
        awaitTurn(direction);
        reset();
      }
      if (client.isClosed() || (client.isOutputShutdown() && server.isOutputShutdown())) {
        reset();
      }
    }

    private void awaitTurn(Direction direction) {
      synchronized (held) {
        while ((silent || held.contains(direction)) && !client.isClosed()) {
          try {
            held.wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
      }
      if (nanosForEachChunk > 0) {
        LockSupport.parkNanos(nanosForEachChunk);
      }
    }

    void reset() {
      passages.remove(this);
      reset(client);
      reset(server);
      synchronized (held) {
        held.notifyAll();
      }
    }

    /** With a lingering time of zero a close becomes a reset. */
    private void reset(Socket socket) {
      try (socket) {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // Closed already, which is all that is wanted.
        return;
      }
    }
  }
}
