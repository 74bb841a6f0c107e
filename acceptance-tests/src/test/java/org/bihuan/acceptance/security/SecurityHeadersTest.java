package org.bihuan.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.security.RawHttp.Answer;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityHeadersTest {

  private static final Stack STACK = RunningStack.get();
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");
  private static final String DATA_ONLY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  static Stream<Arguments> answers() {
    return Stream.of(ServiceName.values())
        .flatMap(
            service ->
                Stream.of(
                    Arguments.of(service, "GET", Protected.pathOf(service), 200),
                    Arguments.of(service, "GET", Protected.pathOf(service) + "?nope=1", 400),
                    Arguments.of(service, "DELETE", Protected.pathOf(service), 405),
                    Arguments.of(service, "GET", "/nowhere", 404),
                    Arguments.of(service, "BREW", "/", 405),
                    Arguments.of(service, "GET", "/a/../b", 400),
                    Arguments.of(service, "GET", "*", 404),
                    Arguments.of(service, "GET", "/?" + "a".repeat(5_000), 414),
                    Arguments.of(service, "GET", "/q/openapi", 200),
                    Arguments.of(service, "GET", "/q/metrics", 200),
                    Arguments.of(service, "GET", "/q/info", 200),
                    Arguments.of(service, "GET", "/q/health/ready", 200),
                    Arguments.of(service, "GET", "/q/nowhere", 404)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void every_answer_says_what_a_browser_must_not_do_with_it(
      ServiceName service, String method, String target, int status) throws IOException {
    Answer answer = ask(service, method, target);
    assertEquals(status, answer.status(), answer.toString());
    ALWAYS.forEach((name, value) -> assertEquals(value, answer.header(name).orElse(null), name));
    assertEquals(DATA_ONLY, answer.header("Content-Security-Policy").orElse(null));
    assertEquals("no-store", answer.header("Cache-Control").orElse(null));
    assertTrue(answer.header("Server").isEmpty());
    assertTrue(answer.header("X-Powered-By").isEmpty());
    assertTrue(answer.header("Strict-Transport-Security").isEmpty(), "this is plain HTTP");
  }

  @ParameterizedTest
  @EnumSource
  void the_page_with_the_description_loads_nothing_from_elsewhere(ServiceName service)
      throws IOException {
    Answer page = ask(service, "GET", "/q/swagger-ui/");
    assertEquals(200, page.status());
    ALWAYS.forEach((name, value) -> assertEquals(value, page.header(name).orElse(null), name));
    String policy = page.header("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'unsafe-inline';"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertEquals(
        service == ServiceName.INTAKE,
        policy.contains(STACK.dispatch().address()),
        "only the pages of intake show the other services: " + policy);
    assertFalse(policy.contains("*"), policy);
    assertFalse(page.body().matches("(?s).*(src|href)=\"https?:.*"), "all files are our own");
  }

  @Test
  void the_console_may_use_camera_and_place_and_ask_no_stranger() throws IOException {
    Answer answer = ask(ServiceName.INTAKE, "GET", "/console/config.json");
    assertEquals(200, answer.status());
    ALWAYS.forEach(
        (name, value) -> {
          if (!name.equals("Permissions-Policy")) {
            assertEquals(value, answer.header(name).orElse(null), name);
          }
        });
    assertEquals(
        "camera=(self), geolocation=(self), microphone=(), payment=()",
        answer.header("Permissions-Policy").orElse(null));
    assertEquals("no-cache", answer.header("Cache-Control").orElse(null));
    String policy = answer.header("Content-Security-Policy").orElseThrow();
    assertTrue(
        policy.startsWith(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"));
    assertTrue(
        policy.contains(
            "connect-src 'self' %s %s %s;"
                .formatted(
                    STACK.dispatch().address(),
                    STACK.inspection().address(),
                    STACK.loginAddress())),
        policy);
    // Of all that is unsafe, styles that scripts write alone (ADR 0059).
    String others = policy.replace("style-src 'self' 'unsafe-inline'", "");
    assertFalse(others.contains("*") || others.contains("unsafe"), policy);
  }

  /** The console where one was built, else the page that shows the API. */
  @Test
  void what_people_see_first_has_the_policy_of_what_it_is() throws IOException {
    boolean isBuilt = Files.exists(Layout.ofTests().console());
    Answer first = ask(ServiceName.INTAKE, "GET", "/");
    assertEquals(isBuilt ? 200 : 302, first.status());
    assertEquals(isBuilt ? "no-cache" : "no-store", first.header("Cache-Control").orElse(null));
    assertEquals(
        isBuilt
            ? ask(ServiceName.INTAKE, "GET", "/console/config.json")
                .header("Content-Security-Policy")
                .orElseThrow()
            : DATA_ONLY,
        first.header("Content-Security-Policy").orElse(null));
    assertEquals(404, ask(ServiceName.DISPATCH, "GET", "/").status());
    assertEquals(404, ask(ServiceName.INSPECTION, "GET", "/").status());
  }

  private static Answer ask(ServiceName service, String method, String target) throws IOException {
    return RawHttp.send(
        STACK.service(service),
        RawHttp.head(
            method,
            target,
            "Authorization: Bearer " + STACK.token(Identity.of(Role.SPECIAL_TEAM))));
  }
}
