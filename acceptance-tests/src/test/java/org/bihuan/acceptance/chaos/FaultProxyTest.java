package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

  private static final String SERVER = "server";
  private static final int SILENCE_MILLIS = 300;

  /** More than any answer takes, so that a machine that is busy is no fault. */
  private static final int ANSWER_MILLIS = 10_000;

  private ServerSocket server;
  private FaultProxy link;

  /** Whoever connects gets every byte back. */
  @BeforeEach
  void a_server_answers_what_it_is_told() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    link = new FaultProxy(Map.of(SERVER, server::getLocalPort));
    Thread accepting = new Thread(this::accept);
    accepting.setDaemon(true);
    accepting.start();
  }

  @AfterEach
  void all_ends() throws IOException {
    link.close();
    server.close();
  }

  @Test
  void what_is_said_arrives_and_is_answered() throws IOException {
    try (Socket client = connect()) {
      assertEquals('a', ask(client, 'a'));
    }
  }

  @Test
  void a_cut_resets_connections_and_lets_new_ones_pass() throws IOException {
    try (Socket before = connect()) {
      assertEquals('a', ask(before, 'a'));
      link.cut();
      assertThrows(SocketException.class, () -> ask(before, 'b'));
    }
    try (Socket after = connect()) {
      assertEquals('c', ask(after, 'c'));
    }
  }

  @Test
  void what_is_held_up_arrives_when_it_is_released() throws IOException {
    try (Socket client = connect()) {
      link.hold(FaultProxy.Direction.ANSWERS);
      assertSilent(client, 'a');
      link.release();
      assertEquals('a', client.getInputStream().read());
    }
  }

  @Test
  void a_silent_connection_stays_silent_while_others_pass() throws IOException {
    try (Socket silent = connect()) {
      assertEquals('a', ask(silent, 'a'));
      link.silence();
      assertSilent(silent, 'b');
      try (Socket other = connect()) {
        assertEquals('c', ask(other, 'c'));
        link.cutSilent();
        assertThrows(SocketException.class, () -> ask(silent, 'd'));
        assertEquals('e', ask(other, 'e'));
      }
    }
  }

  @Test
  void connections_of_one_process_fall_silent_and_so_do_its_new_ones() throws IOException {
    long us = ProcessHandle.current().pid();
    try (Socket before = connect()) {
      assertEquals('a', ask(before, 'a'));
      link.silence((server, client) -> BrokerFaults.isHeldBy(us, client));
      assertSilent(before, 'b');
      try (Socket meanwhile = connect()) {
        assertSilent(meanwhile, 'c');
        link.cutSilent();
        assertThrows(SocketException.class, () -> ask(meanwhile, 'd'));
      }
    }
    link.silence((server, client) -> BrokerFaults.isHeldBy(Long.MAX_VALUE, client));
    try (Socket ofNobodyElse = connect()) {
      assertEquals('e', ask(ofNobodyElse, 'e'));
    }
  }

  @Test
  void a_slow_link_takes_its_time() throws IOException {
    try (Socket client = connect()) {
      link.slow(Duration.ofMillis(2 * SILENCE_MILLIS));
      assertSilent(client, 'a');
      link.slow(Duration.ZERO);
    }
  }

  @Test
  void a_server_that_cannot_be_named_is_told_and_named_later() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    IntSupplier unknownAtFirst =
        () -> {
          if (asked.getAndIncrement() == 0) {
            throw new IllegalStateException("not yet");
          }
          return server.getLocalPort();
        };
    try (FaultProxy late = new FaultProxy(Map.of(SERVER, unknownAtFirst))) {
      try (Socket client = connect(late)) {
        assertThrows(SocketException.class, () -> ask(client, 'a'));
      }
      for (char word : new char[] {'b', 'c'}) {
        try (Socket client = connect(late)) {
          assertEquals(word, ask(client, word));
        }
      }
      assertEquals(
          List.of("No way to the server: java.lang.IllegalStateException: not yet"),
          late.failures());
      assertEquals(2, asked.get(), "a port that is known is not asked for again");
    }
    assertEquals(List.of(), link.failures());
  }

  private Socket connect() throws IOException {
    return connect(link);
  }

  private static Socket connect(FaultProxy link) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), link.ports().get(SERVER));
    client.setSoTimeout(ANSWER_MILLIS);
    return client;
  }

  private static void assertSilent(Socket client, char word) throws IOException {
    client.setSoTimeout(SILENCE_MILLIS);
    assertThrows(SocketTimeoutException.class, () -> ask(client, word));
    client.setSoTimeout(ANSWER_MILLIS);
  }

  private static int ask(Socket client, char word) throws IOException {
    client.getOutputStream().write(word);
    return client.getInputStream().read();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread answering = new Thread(() -> answer(client));
        answering.setDaemon(true);
        answering.start();
      } catch (IOException e) {
        // The server is closed at the end of the test.
        return;
      }
    }
  }

  private static void answer(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // The link has cut the connection, as a test wants it.
      return;
    }
  }
}
