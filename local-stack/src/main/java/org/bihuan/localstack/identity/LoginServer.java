package org.bihuan.localstack.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;

/**
 * Logs people of the demonstration in: {@code POST /session} takes a code of {@link LoginCodes} and
 * answers with a token. It lives in the process that has started the stack.
 */
public final class LoginServer {
  public static final String NAME = "login";
  public static final int USUAL_PORT = 8084;

  private static final int LONGEST_BODY = 1_024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final List<String> origins;
  private final LoginCodes codes;
  private final Tokens tokens;
  private HttpServer server;

  /**
   * @param origins the pages that may ask; no other browser page learns anything
   */
  public LoginServer(Layout layout, int port, List<String> origins) {
    this.port = port;
    this.origins = List.copyOf(origins);
    this.codes = LoginCodes.of(layout);
    this.tokens = Tokens.of(layout);
  }

  public String address() {
    return "http://localhost:" + port;
  }

  /**
   * @throws StackFailure when the port is taken
   */
  public synchronized void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new StackFailure("The login server cannot listen at " + address() + ".", e);
    }
    server.createContext("/", this::answer);
    // Its thread takes after the one that starts it: a program that forgets the stack still ends.
    Thread starter = new Thread(server::start, "login-server");
    starter.setDaemon(true);
    starter.start();
  }

  public synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Vary", "Origin");
      String origin = exchange.getRequestHeaders().getFirst("Origin");
      if (origin != null && !origins.contains(origin)) {
        refuse(exchange, 403, "foreign-origin", "此来源的页面不能登录。", "This page may not log in.");
        return;
      }
      if (origin != null) {
        headers.set("Access-Control-Allow-Origin", origin);
      }
      if (!exchange.getRequestURI().getPath().equals("/session")) {
        refuse(exchange, 404, "not-found", "没有此地址。", "There is nothing here.");
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "POST" -> logIn(exchange);
        case "OPTIONS" -> allow(exchange);
        default -> {
          headers.set("Allow", "POST, OPTIONS");
          refuse(exchange, 405, "method-not-allowed", "只能提交登录码。", "Codes are posted here.");
        }
      }
    }
  }

  private void logIn(HttpExchange exchange) throws IOException {
    Optional<String> code = code(exchange.getRequestBody().readNBytes(LONGEST_BODY));
    if (code.isEmpty()) {
      refuse(exchange, 400, "bad-request", "请求中没有登录码。", "The request has no code.");
      return;
    }
    Optional<Identity> identity = codes.redeem(code.get());
    if (identity.isEmpty()) {
      refuse(
          exchange,
          401,
          "login-code-unknown",
          "登录链接已用过、已过期或不存在, 请用 ./bihuan link 取新的链接。",
          "The link was used, has expired or never was; './bihuan link' makes another.");
      return;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("token", tokens.sign(identity.get(), now, Tokens.USUAL_VALIDITY));
    session.put("expiresAt", now.plus(Tokens.USUAL_VALIDITY).toString());
    send(exchange, 200, "application/json", session);
  }

  private static void allow(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Access-Control-Allow-Methods", "POST");
    headers.set("Access-Control-Allow-Headers", "Content-Type, Accept, Accept-Language");
    headers.set("Access-Control-Max-Age", "600");
    exchange.sendResponseHeaders(204, -1);
  }

  private static Optional<String> code(byte[] body) throws IOException {
    try {
      return Optional.ofNullable(JSON.readTree(body).path("code").textValue());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void refuse(
      HttpExchange exchange, int status, String code, String chinese, String english)
      throws IOException {
    String language = exchange.getRequestHeaders().getFirst("Accept-Language");
    boolean isEnglish = language != null && language.startsWith("en");
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", isEnglish ? "Cannot log in" : "无法登录");
    problem.put("status", status);
    problem.put("detail", isEnglish ? english : chinese);
    problem.put("code", code);
    send(exchange, status, "application/problem+json", problem);
  }

  private static void send(
      HttpExchange exchange, int status, String type, Map<String, Object> content)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(content);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
