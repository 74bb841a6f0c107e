package org.bihuan.acceptance.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bihuan.acceptance.browser.Chromium;
import org.bihuan.acceptance.browser.Screen;
import org.bihuan.acceptance.browser.Visitor;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * C1: how long somebody of the special team waits for the first list after the login, in a browser
 * that has never been here, and what that browser has to fetch for it; and the counts that the wall
 * screen asks for. Needs Chromium.
 */
final class ConsoleWork implements Work {
  private static final double REACH_SECONDS = 1.5;
  private static final double REACH_KILOBYTES = 500;
  private static final double REACH_MILLIS = 20;
  private static final int WARM_UP = 50;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final double BYTES_PER_KILOBYTE = 1_000;
  private static final String FIRST_ROW = ".ant-table-row";

  private final Stack stack;
  private final Effort effort;

  ConsoleWork(Stack stack, Effort effort) {
    this.stack = stack;
    this.effort = effort;
  }

  @Override
  public List<Figure> measure() throws IOException {
    List<Double> seconds = new ArrayList<>();
    List<Double> kilobytes = new ArrayList<>();
    try (Chromium chromium = Chromium.of(stack)) {
      visit(chromium, new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < effort.repeats(); i++) {
        visit(chromium, seconds, kilobytes);
      }
    }
    return List.of(
        new Figure(
            "C1",
            "from the login to the first list, s",
            seconds,
            List.of(),
            Figure.Reach.atMost(REACH_SECONDS)),
        new Figure(
            "C1",
            "fetched for it, compressed, kB",
            kilobytes,
            List.of(),
            Figure.Reach.atMost(REACH_KILOBYTES)),
        new Figure(
            "C1",
            "figures of today by unit, ms",
            figuresOfToday(),
            List.of(),
            Figure.Reach.atMost(REACH_MILLIS)));
  }

  private List<Double> figuresOfToday() throws IOException {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String address = "/api/v1/order-items/figures?by=UNIT&from=%1$s&to=%1$s".formatted(today);
    List<Double> milliseconds = new ArrayList<>();
    try (Connections connections = new Connections(stack)) {
      connections.open(ServiceName.DISPATCH);
      for (int i = 0; i < WARM_UP + effort.repeats(); i++) {
        long begin = System.nanoTime();
        connections.get(Identity.of(Role.TOP_LEADER), ServiceName.DISPATCH, address);
        milliseconds.add((System.nanoTime() - begin) / NANOS_PER_MILLISECOND);
      }
    }
    return milliseconds.subList(WARM_UP, milliseconds.size());
  }

  private void visit(Chromium chromium, List<Double> seconds, List<Double> kilobytes) {
    try (Visitor visitor = chromium.stranger(Screen.DESK)) {
      Page page = visitor.page();
      ConcurrentLinkedQueue<Request> files = new ConcurrentLinkedQueue<>();
      page.onRequestFinished(
          request -> {
            if (request.url().contains("/console")) {
              files.add(request);
            }
          });
      String link = stack.loginLink(Identity.of(Role.SPECIAL_TEAM));
      long begin = System.nanoTime();
      page.navigate(link);
      page.locator(FIRST_ROW).first().waitFor();
      seconds.add((System.nanoTime() - begin) / NANOS_PER_SECOND);
      kilobytes.add(
          files.stream().mapToDouble(file -> file.sizes().responseBodySize).sum()
              / BYTES_PER_KILOBYTE);
    }
  }
}
