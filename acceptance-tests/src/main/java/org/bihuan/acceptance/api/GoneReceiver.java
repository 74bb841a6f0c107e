package org.bihuan.acceptance.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A receiver of webhooks that says of itself that it does not exist any more: each call is its
 * last.
 */
public final class GoneReceiver implements AutoCloseable {

  private static final int GONE = 410;

  private final HttpServer server;

  public GoneReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free for a receiver", e);
    }
    server.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(GONE, -1);
          call.close();
        });
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/gone";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
