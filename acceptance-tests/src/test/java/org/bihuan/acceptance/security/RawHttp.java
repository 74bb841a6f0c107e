package org.bihuan.acceptance.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.localstack.parts.ServiceProcess;

/** Speaks HTTP byte by byte, for what no HTTP client would send. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 20_000;

  private RawHttp() {}

  static Socket open(ServiceProcess service) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Sends a request, Latin-1 as it is, and reads until the service closes the connection. */
  static Answer send(ServiceProcess service, String request) throws IOException {
    try (Socket socket = open(service)) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (IOException refusedWhileSending) {
        // The service may answer and close before it has seen all; the answer is what counts.
        return read(socket);
      }
      return read(socket);
    }
  }

  /** A request without a body, after which the service is to close the connection. */
  static Answer get(ServiceProcess service, String target, String... headers) throws IOException {
    return send(service, head("GET", target, headers));
  }

  static String head(String method, String target, String... headers) {
    StringBuilder head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("Connection: close\r\n\r\n").toString();
  }

  static Answer read(Socket socket) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(bytes);
    } catch (SocketTimeoutException stillOpen) {
      throw new IOException("The connection stays open after: " + bytes, stillOpen);
    } catch (IOException reset) {
      if (bytes.size() == 0) {
        return new Answer(0, List.of(), "");
      }
    }
    return Answer.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /**
   * What came back.
   *
   * @param status of HTTP; 0 when the connection was closed without an answer
   */
  record Answer(int status, List<String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(String text) {
      if (text.isEmpty()) {
        return new Answer(0, List.of(), "");
      }
      String[] parts = text.split("\r\n\r\n", 2);
      List<String> lines = parts[0].lines().toList();
      return new Answer(
          Integer.parseInt(lines.get(0).split(" ")[1]),
          lines.subList(1, lines.size()),
          parts.length == 2 ? parts[1] : "");
    }

    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }

    boolean isProblem() {
      return header("Content-Type").filter("application/problem+json"::equals).isPresent();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    String code() throws IOException {
      return json().path("code").asText();
    }
  }
}
