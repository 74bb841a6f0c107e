package org.bihuan.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.security.RawHttp.Answer;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a service shows without a login, outside its API. */
class OpenPagesTest {

  private static final Stack STACK = RunningStack.get();

  static Stream<Arguments> pagesOfDevelopment() {
    return Stream.of(ServiceName.values())
        .flatMap(
            service ->
                Stream.of(
                        "/q",
                        "/q/dev",
                        "/q/dev/",
                        "/q/dev-ui",
                        "/q/dev-ui/welcome",
                        "/q/dev-v1",
                        "/q/arc",
                        "/q/arc/beans",
                        "/q/arc/observers",
                        "/q/test",
                        "/q/health-ui",
                        "/q/logstream",
                        "/q/config",
                        "/q/graphql-ui",
                        "/@dev",
                        "/actuator")
                    .map(path -> Arguments.of(service, path)));
  }

  @ParameterizedTest
  @MethodSource("pagesOfDevelopment")
  void there_are_no_pages_of_development(ServiceName service, String path) throws IOException {
    Answer answer = RawHttp.get(STACK.service(service), path);
    assertEquals(404, answer.status(), answer.toString());
    assertTrue(answer.isProblem());
    assertEquals("not-found", answer.code());
  }

  @ParameterizedTest
  @EnumSource
  void health_metrics_and_build_name_no_connection_secret_or_machine(ServiceName service)
      throws IOException {
    String password =
        Files.readString(Layout.ofTests().keys().resolve("postgres-password")).strip();
    for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/q/info")) {
      Answer answer = RawHttp.get(STACK.service(service), path);
      assertEquals(200, answer.status(), path);
      for (String secret :
          List.of(
              "jdbc:",
              password,
              ":" + STACK.postgres().port(),
              STACK.broker().address(),
              System.getProperty("user.dir"),
              System.getProperty("os.version"))) {
        assertFalse(answer.body().contains(secret), path + " tells " + secret);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void dead_letters_are_not_open(ServiceName service) throws IOException {
    assertEquals(401, RawHttp.get(STACK.service(service), "/operations/dead-letters").status());
  }
}
