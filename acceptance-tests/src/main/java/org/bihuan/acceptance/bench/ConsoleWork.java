package org.bihuan.acceptance.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.browser.Chromium;
import org.bihuan.acceptance.browser.Screen;
import org.bihuan.acceptance.browser.Visitor;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * C1: how long somebody of the special team waits for the first list after the login, in a browser
 * that has never been here, and what that browser has to fetch for it; and each thing that the wall
 * screen asks for, on the newest day of which anything is stored. Needs Chromium.
 */
final class ConsoleWork implements Work {
  private static final double REACH_SECONDS = 1.5;
  private static final double REACH_KILOBYTES = 500;
  private static final double REACH_MILLIS = 20;

  /** So often each question is asked before it is measured, and within one repetition. */
  private static final int WARM_UP = 50;

  private static final int ASKED = 5;

  /** What the wall screen draws, {@code web-console/src/board}. */
  private static final int RANKED_DAYS = 30;

  private static final int DRAWN_DAYS = 14;
  private static final String OPEN =
      "/api/v1/order-items?status=UNASSIGNED&status=ISSUED&status=ACKNOWLEDGED&status=RETURN_REQUESTED&status=REPLIED"
          + "&status=RECHECK_PENDING&status=REWORK&status=SUSPENDED&limit=1&count=exact";
  private static final String FACTS =
      "/api/v1/ledger?limit=24"
          + Stream.of(
                  "intake.problem-filed",
                  "dispatch.item-issued",
                  "dispatch.item-acknowledged",
                  "dispatch.item-replied",
                  "dispatch.reply-returned",
                  "dispatch.item-overdue",
                  "dispatch.item-suspended",
                  "inspection.recheck-passed",
                  "inspection.recheck-failed",
                  "inspection.finding-reported",
                  "inspection.problem-written-off")
              .map(kind -> "&kind=" + kind + ".v1")
              .collect(Collectors.joining());

  private static final String NEWEST_DAY =
      "select (max(filed_at) at time zone 'Asia/Shanghai')::date from order_item";

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
  public List<Figure> measure() throws IOException, SQLException {
    List<Double> seconds = new ArrayList<>();
    List<Double> kilobytes = new ArrayList<>();
    try (Chromium chromium = Chromium.of(stack)) {
      visit(chromium, new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < effort.repeats(); i++) {
        visit(chromium, seconds, kilobytes);
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "C1",
            "from the login to the first list, s",
            seconds,
            List.of(),
            Figure.Reach.atMost(REACH_SECONDS)));
    figures.add(
        new Figure(
            "C1",
            "fetched for it, compressed, kB",
            kilobytes,
            List.of(),
            Figure.Reach.atMost(REACH_KILOBYTES)));
    figures.addAll(wallScreen());
    return figures;
  }

  private List<Figure> wallScreen() throws IOException, SQLException {
    LocalDate day =
        new Databases(stack.postgres())
            .read(ServiceName.DISPATCH, NEWEST_DAY, row -> row.getObject(1, LocalDate.class))
            .get(0);
    List<Figure> figures = new ArrayList<>();
    try (Connections connections = new Connections(stack)) {
      connections.open(ServiceName.DISPATCH);
      connections.open(ServiceName.INTAKE);
      for (String light : List.of("", "&light=GREEN", "&light=YELLOW", "&light=RED")) {
        String what = light.isEmpty() ? "all open items" : "open items" + light.replace('&', ' ');
        figures.add(slowest(connections, ServiceName.DISPATCH, what, OPEN + light));
      }
      figures.add(figuresOf(connections, "SUBDISTRICT", day, 1));
      figures.add(figuresOf(connections, "SUBDISTRICT", day, RANKED_DAYS));
      figures.add(figuresOf(connections, "UNIT", day, RANKED_DAYS));
      figures.add(figuresOf(connections, "DAY", day, DRAWN_DAYS));
      figures.add(slowest(connections, ServiceName.INTAKE, "newest facts", FACTS));
    }
    return figures;
  }

  private Figure figuresOf(Connections connections, String by, LocalDate last, int days)
      throws IOException {
    String address =
        "/api/v1/order-items/figures?by=%s&from=%s&to=%s"
            .formatted(by, last.minusDays(days - 1), last);
    String what = "figures of %d days by %s".formatted(days, by);
    return slowest(connections, ServiceName.DISPATCH, what, address);
  }

  private Figure slowest(Connections connections, ServiceName service, String what, String address)
      throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      milliseconds(connections, service, address);
    }
    List<Double> measured = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      double slowest = 0;
      for (int j = 0; j < ASKED; j++) {
        slowest = Math.max(slowest, milliseconds(connections, service, address));
      }
      measured.add(slowest);
    }
    return new Figure(
        "C1",
        "wall screen: %s, slowest of %d, ms".formatted(what, ASKED),
        measured,
        List.of(),
        Figure.Reach.atMost(REACH_MILLIS));
  }

  private static double milliseconds(Connections connections, ServiceName service, String address)
      throws IOException {
    long begin = System.nanoTime();
    connections.get(Identity.of(Role.TOP_LEADER), service, address);
    return (System.nanoTime() - begin) / NANOS_PER_MILLISECOND;
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
