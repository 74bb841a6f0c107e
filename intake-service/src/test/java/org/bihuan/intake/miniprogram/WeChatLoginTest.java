package org.bihuan.intake.miniprogram;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WeChat is asked as it wants to be, whatever it answers, and what it tells is kept nowhere. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
@TestProfile(WeChatLoginTest.WithWeChat.class)
class WeChatLoginTest {

  private static final String SESSIONS = "/api/v1/public/mini-program/sessions";
  private static final String CODE = "081mQbGa1wZ0";
  private static final String SECRET = "3e7cf5a0secretof9the2app";
  private static final String OPENID = "oGZUI0egBJY1zhBYw2KhdUfwVJJE";

  /** WeChat is where the test will listen. */
  public static final class WithWeChat implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return Map.of(
            "bihuan.mini-program.stand-in", "false",
            "bihuan.mini-program.app-id", "wx0123456789abcdef",
            "bihuan.mini-program.secret", SECRET,
            "bihuan.mini-program.time", "1s",
            "bihuan.mini-program.address", "http://127.0.0.1:" + free.getLocalPort());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ConfigProperty(name = "bihuan.mini-program.address")
  URI address;

  @Inject DataSource dataSource;

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          String values = Arrays.toString(line.getParameters());
          logged.add(line.getMessage() + " " + values + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private HttpServer weChat;
  private String answer;
  private int status = 200;

  @BeforeEach
  void listen() throws IOException {
    weChat = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
    weChat.setExecutor(threads);
    weChat.createContext(
        "/sns/jscode2session",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getQuery());
          if (answer == null) {
            awaitEnd();
          }
          byte[] body = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    weChat.start();
    root().addHandler(log);
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void leave() {
    root().removeHandler(log);
    ended.countDown();
    weChat.stop(0);
    threads.shutdownNow();
  }

  private static Logger root() {
    return Logger.getLogger("");
  }

  private static Response logIn() {
    return As.nobody().body("{\"code\": \"" + CODE + "\"}").post(SESSIONS);
  }

  private void assertUntold() {
    for (String line : logged) {
      assertFalse(
          line.contains(CODE) || line.contains(SECRET) || line.contains(OPENID), () -> line);
    }
  }

  @Test
  void a_code_of_wechat_opens_a_session_and_what_wechat_tells_is_kept_nowhere() throws Exception {
    answer =
        "{\"openid\": \"%s\", \"session_key\": \"tiihtNczf5v6AKRyjwEUhQ==\"}".formatted(OPENID);
    Response opened = logIn();
    opened.then().statusCode(201);
    String token = opened.path("token");
    assertEquals(
        List.of(
            "GET appid=wx0123456789abcdef&secret=%s&js_code=%s&grant_type=authorization_code"
                .formatted(SECRET, CODE)),
        List.copyOf(asked));
    As.resident(token)
        .body("{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"楼顶漏雨\"}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    // The same account is the same resident.
    As.resident(logIn().path("token"))
        .get("/api/v1/public/my-complaints?count=exact")
        .then()
        .body("total", equalTo(1));
    assertEquals(List.of(), tablesWith(OPENID, CODE, SECRET, token));
    assertUntold();
  }

  /** Every table of which a row holds one of these, as text or as bytes. */
  private List<String> tablesWith(String... words) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select quote_ident(table_name) from information_schema.tables where table_schema ="
                  + " 'public' and table_type = 'BASE TABLE'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      assertTrue(tables.contains("resident_session"), tables.toString());
      for (String table : tables) {
        for (String word : words) {
          String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
          try (ResultSet row =
              statement.executeQuery(
                  "select 1 from %1$s t where t::text like '%%%2$s%%' or t::text like '%%%3$s%%' limit 1"
                      .formatted(table, word, hex))) {
            if (row.next()) {
              found.add(table + " " + word);
            }
          }
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(ints = {40029, 40163, 40226})
  void a_code_that_wechat_does_not_accept_is_401(int error) {
    answer = "{\"errcode\": %d, \"errmsg\": \"invalid code %s\"}".formatted(error, CODE);
    logIn().then().statusCode(401).body("code", equalTo("code-invalid"));
    assertUntold();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"errcode": -1, "errmsg": "system error"}
          200 | {"errcode": 45011, "errmsg": "api minute-quota reach limit"}
          200 | {"errcode": 40125, "errmsg": "invalid appsecret"}
          200 | {"session_key": "tiihtNczf5v6AKRyjwEUhQ=="}
          200 | {"openid": ""}
          200 | <html>
          200 | []
          502 | {"openid": "oGZUI0egBJY1zhBYw2KhdUfwVJJE"}
          """)
  void whatever_else_wechat_says_is_to_be_tried_again(int status, String answer) {
    this.status = status;
    this.answer = answer;
    logIn()
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("login-unavailable"));
    assertFalse(logged.isEmpty());
    assertUntold();
  }

  @Test
  void a_wechat_that_does_not_answer_is_not_waited_for() {
    answer = null;
    logIn().then().statusCode(503).body("code", equalTo("login-unavailable"));
    assertUntold();
  }

  @Test
  void a_wechat_that_is_away_is_to_be_tried_again() {
    weChat.stop(0);
    logIn().then().statusCode(503).body("code", equalTo("login-unavailable"));
    assertUntold();
  }
}
