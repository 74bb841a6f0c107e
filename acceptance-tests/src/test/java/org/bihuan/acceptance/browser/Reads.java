package org.bihuan.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the services answer to the questions of a page: as they do, nothing yet, nothing at all, a
 * refusal, or without any rows. The frame's own questions are left alone: who somebody is, what is
 * new, the streams.
 */
final class Reads implements AutoCloseable {
  /** The number of the trace in every refusal. */
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OF_FRAME =
      Pattern.compile(
          "/api/v1/(me$|notifications\\?(?=.*unread=true)(?=.*limit=1(&|$))|.*/stream)");
  private static final String REFUSAL =
      """
      {"type": "about:blank", "title": "服务暂时不可用", "status": 503, "code": "service-unavailable",
       "detail": "请稍后再试。", "traceId": "%s"}
      """
          .formatted(TRACE);
  private static final Pattern OF_SERVICE = Pattern.compile("^https?://[^/]+/(api/v1|operations)/");
  private static final Predicate<String> OF_PAGE =
      address -> OF_SERVICE.matcher(address).find() && !OF_FRAME.matcher(address).find();

  private final Page page;
  private final Queue<Route> held = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private Consumer<Route> answering = Route::resume;

  Reads(Page page) {
    this.page = page;
    page.route(OF_PAGE, this::meet);
  }

  private void meet(Route route) {
    asked.add(route.request().url());
    answering.accept(route);
  }

  private void answerBy(Consumer<Route> next) {
    answering = next;
    while (!held.isEmpty()) {
      next.accept(held.poll());
    }
  }

  /** Addresses that the page has asked so far. */
  List<String> asked() {
    return asked;
  }

  void hold() {
    answering = held::add;
  }

  void abort() {
    answerBy(Route::abort);
  }

  void pass() {
    answerBy(Route::resume);
  }

  void refuse() {
    refuse(address -> true);
  }

  /** The login is over. */
  void expire() {
    answerBy(route -> refuse(route, 401));
  }

  /** Those whose address is so; the others are answered. */
  void refuse(Predicate<String> which) {
    answerBy(
        route -> {
          if (which.test(route.request().url())) {
            refuse(route, 503);
          } else {
            route.resume();
          }
        });
  }

  private static void refuse(Route route, int status) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/problem+json")
            .setBody(REFUSAL));
  }

  /** The real answers, without their rows. */
  void empty() {
    answerBy(
        route -> {
          APIResponse real = route.fetch();
          Route.FulfillOptions answer = new Route.FulfillOptions().setResponse(real);
          boolean json =
              real.headers().getOrDefault("content-type", "").startsWith("application/json");
          route.fulfill(json ? answer.setBody(withoutRows(real.text())) : answer);
        });
  }

  private static String withoutRows(String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      if (answer.isArray()) {
        return "[]";
      }
      if (answer instanceof ObjectNode object && object.path("items").isArray()) {
        object.putArray("items");
        for (String fact : List.of("nextCursor", "total")) {
          if (object.has(fact)) {
            object.putNull(fact);
          }
        }
        return object.toString();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("Not an answer of the API: " + body, e);
    }
  }

  @Override
  public void close() {
    pass();
    page.unroute(OF_PAGE);
  }
}
