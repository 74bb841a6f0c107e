package org.bihuan.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.security.RawHttp.Answer;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack allows the pages of its own three services and no other. */
class ForeignOriginsTest {

  private static final Stack STACK = RunningStack.get();
  private static final ServiceProcess DISPATCH = STACK.dispatch();
  private static final String ITEMS = "/api/v1/order-items";

  @Test
  void a_page_of_intake_may_ask_dispatch_and_read_what_it_needs() throws IOException {
    String origin = STACK.intake().address();
    Answer answer = ask("Origin: " + origin);
    assertEquals(200, answer.status());
    assertEquals(origin, answer.header("Access-Control-Allow-Origin").orElse(null));
    List<String> exposed =
        List.of(answer.header("Access-Control-Expose-Headers").orElse("").split(", ?"));
    assertTrue(
        exposed.containsAll(
            List.of(
                "ETag",
                "Location",
                "Link",
                "Content-Disposition",
                "Idempotency-Replayed",
                "Retry-After")),
        exposed.toString());
    assertEquals("false", answer.header("Access-Control-Allow-Credentials").orElse("false"));
  }

  @Test
  void it_may_ask_beforehand() throws IOException {
    Answer answer =
        RawHttp.send(
            DISPATCH,
            RawHttp.head(
                "OPTIONS",
                ITEMS,
                "Origin: " + STACK.intake().address(),
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,idempotency-key,last-event-id"));
    assertEquals(200, answer.status());
    assertTrue(answer.header("Access-Control-Allow-Methods").orElse("").contains("POST"));
    String headers = answer.header("Access-Control-Allow-Headers").orElse("");
    for (String header : List.of("Authorization", "Idempotency-Key", "Last-Event-ID")) {
      assertTrue(headers.contains(header), headers);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "%s.evil.example",
        "%s@evil.example",
        "%s/",
        "%s0",
        "http://evil.example#%s",
        "https://localhost",
        "file://",
        "*"
      })
  void any_other_page_is_refused(String pattern) throws IOException {
    String origin = pattern.replace("%s", STACK.intake().address());
    Answer answer = ask("Origin: " + origin);
    assertEquals(403, answer.status(), answer.toString());
    assertTrue(answer.isProblem());
    assertEquals("foreign-origin", answer.code());
    assertTrue(answer.header("Access-Control-Allow-Origin").isEmpty());
  }

  @Test
  void who_is_no_page_is_not_asked_for_an_origin() throws IOException {
    Answer answer = ask("X-Other: none");
    assertEquals(200, answer.status());
    assertTrue(answer.header("Access-Control-Allow-Origin").isEmpty());
  }

  private static Answer ask(String header) throws IOException {
    return RawHttp.get(
        DISPATCH,
        ITEMS,
        header,
        "Authorization: Bearer " + STACK.token(Identity.of(Role.SPECIAL_TEAM)));
  }
}
