package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page of the console, also those of one record, says that it is loading, that nothing
 * answers, that a service refuses, that nothing is there, and that a record does not exist.
 */
@InBrowser
class PageStatesTest {

  /** Pages that ask for nothing before somebody types or chooses. */
  private static final Map<String, String> ASKS_NOTHING =
      Map.of(
          "/complaints/new", "a form",
          "/complaint-imports", "a form that takes a file",
          "/orders/new", "a form",
          "/sla-policies/what-if", "a form that is answered",
          "/rechecks/sampling", "waits until a unit and a class are chosen");

  /** Pages whose content is no list of rows; of one record none is. */
  private static final Map<String, String> HAS_NO_ROWS =
      Map.of(
          "/orders/:id/edit", "a form",
          "/mock-evaluations/scores", "of one evaluation, which the address names",
          "/board", "figures, which are 0 where nothing is",
          "/figures", "figures, which are 0 where nothing is",
          "/coverage", "figures, which are 0 where nothing is",
          "/assessments", "one month's table of all units",
          "/rechecks/load", "figures of all inspectors");

  /** Pages of those whom the special team is not. */
  private static final List<String> OF_ADMIN =
      List.of("/channels", "/webhooks", "/deliveries", "/recorded-messages", "/operations");

  /** What they ask is known already: since the login, or from the page that leads there. */
  private static final Set<String> KNOWN_ALREADY = Set.of("/workbench", "/ledger/keys");

  private static final String LOADING = ".ant-spin-spinning:visible";
  private static final String NOTHING = ".ant-empty:visible";

  /** The application tries three times; in these tests without the pauses between. */
  private static final String WITHOUT_PAUSES =
      """
      const later = window.setTimeout;
      window.setTimeout = (work, pause, ...rest) => later(work, [400, 800].includes(pause) ? 0 : pause, ...rest);
      """;

  private static Chromium chromium;
  private static RealPages real;
  private static Map<String, Role> menu;

  @BeforeAll
  static void openTheMenus() {
    chromium = Chromium.of(RunningStack.get());
    real = new RealPages(RunningStack.get());
    menu = ConsolePages.byMenu(ConsolePages.menus(chromium));
  }

  @AfterAll
  static void leave() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> it_says_that_it_is_loading_that_nothing_answers_and_that_a_service_refuses() {
    return each(
        route -> !ASKS_NOTHING.containsKey(route),
        (route, visitor) -> {
          Page page = visitor.page();
          try (Reads reads = new Reads(page)) {
            reads.hold();
            show(page, real.addressOf(route));
            page.waitForCondition(() -> !reads.asked().isEmpty());
            page.locator(LOADING).or(page.getByText("等待数据")).first().waitFor();
            assertEquals(
                0, page.locator(NOTHING).count(), "it says too early that nothing is there");
            reads.refuse();
            page.getByText(Reads.TRACE).first().waitFor();
            page.getByText("服务暂时不可用").first().waitFor();
            reads.abort();
            tryAgain(page);
            page.getByText("连接不上服务").first().waitFor();
            reads.pass();
            tryAgain(page);
            assertThat(retries(page)).hasCount(0);
            visitor.awaitContent();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> it_says_that_nothing_is_there() {
    return each(
        route -> true,
        (route, visitor) -> {
          try (Reads reads = new Reads(visitor.page())) {
            reads.empty();
            show(visitor.page(), real.addressOf(route));
            visitor.awaitContent();
            if (!ASKS_NOTHING.containsKey(route)
                && !HAS_NO_ROWS.containsKey(route)
                && !isOfRecord(route)) {
              visitor.page().locator(NOTHING).first().waitFor();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> it_says_that_a_record_does_not_exist() {
    return each(
        route -> !RealPages.missing(real.addressOf(route)).equals(real.addressOf(route)),
        (route, visitor) -> {
          show(visitor.page(), RealPages.missing(real.addressOf(route)));
          visitor.page().getByText("没有这条记录").first().waitFor();
        });
  }

  /** Whatever part of a page of one record cannot be had is said, beside all that is there. */
  @TestFactory
  Stream<DynamicTest> it_says_which_part_of_a_record_is_missing() {
    return each(
        PageStatesTest::isOfRecord,
        (route, visitor) -> {
          String address = real.addressOf(route);
          Page page = visitor.page();
          try (Reads reads = new Reads(page)) {
            visitor.open(address);
            List<String> parts =
                reads.asked().stream()
                    .map(asked -> asked.replaceFirst(".*/api/v1", "").replaceFirst("\\?.*", ""))
                    .filter(path -> !path.equals(address) && path.matches(".*[0-9a-f]{8}-.*/.*"))
                    .distinct()
                    .toList();
            for (String part : parts) {
              reads.refuse(asked -> asked.replaceFirst("\\?.*", "").endsWith(part));
              page.reload();
              page.getByText(Reads.TRACE).first().waitFor();
            }
          }
        });
  }

  /** As a link does: the application stays, and only the page is another. */
  private static void show(Page page, String address) {
    if (KNOWN_ALREADY.contains(address)) {
      // Not to a browser that loads all anew.
      page.navigate("/console" + address);
      return;
    }
    page.evaluate(
        "to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }",
        "/console" + address);
  }

  private static boolean isOfRecord(String route) {
    return route.matches(".*/:\\w+$");
  }

  private static Locator retries(Page page) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重试"));
  }

  /**
   * What has failed is asked once more, each part by its own button. The wall screen has nobody to
   * press one: it asks by itself every minute, and here when it is opened anew.
   */
  private static void tryAgain(Page page) {
    if (retries(page).count() == 0) {
      page.reload();
      return;
    }
    retries(page).evaluateAll("buttons => buttons.forEach((button) => button.click())");
  }

  /** Each state is met by visitors of its own, whose browsers know no answer yet. */
  private static Stream<DynamicTest> each(
      Predicate<String> which, BiConsumer<String, Visitor> check) {
    assertTrue(RealPages.routes().containsAll(menu.keySet()), "a page of the menu is not listed");
    Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    return RealPages.routes().stream()
        .filter(which)
        .map(
            route ->
                dynamicTest(
                    route,
                    () -> {
                      Visitor visitor =
                          visitors.computeIfAbsent(roleFor(route), PageStatesTest::visitor);
                      check.accept(route, visitor);
                      assertEquals(List.of(), broken(visitor));
                    }))
        .onClose(() -> visitors.values().forEach(Visitor::close));
  }

  /** What the browser complains of but for answers that did not come, which it should tell. */
  private static List<String> broken(Visitor visitor) {
    return visitor.complaints().stream()
        .filter(complaint -> !complaint.startsWith("Failed to load resource"))
        .toList();
  }

  private static Role roleFor(String route) {
    if (route.equals("/personal-data-requests")) {
      // A clerk has the form, the list is the team's.
      return Role.SPECIAL_TEAM;
    }
    Role usual = OF_ADMIN.stream().anyMatch(route::startsWith) ? Role.ADMIN : Role.SPECIAL_TEAM;
    return menu.getOrDefault(route, usual);
  }

  private static Visitor visitor(Role role) {
    Visitor visitor = chromium.stranger(Screen.DESK);
    visitor.context().addInitScript(WITHOUT_PAUSES);
    visitor.logIn(RunningStack.get().loginLink(Identity.of(role)));
    return visitor;
  }
}
