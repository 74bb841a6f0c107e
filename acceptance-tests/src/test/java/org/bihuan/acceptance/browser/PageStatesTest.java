package org.bihuan.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
          "/board", "figures, which are 0 where nothing is",
          "/figures", "figures, which are 0 where nothing is",
          "/coverage", "figures, which are 0 where nothing is",
          "/assessments", "one month's table of all units",
          "/rechecks/load", "figures of all inspectors");

  /** Nobody stands there to press a button: it asks by itself every minute. */
  private static final String WALL_SCREEN = "/board";

  private static final String LOADING = ".ant-spin-spinning:visible";
  private static final String EMPTY = ".ant-empty";
  private static final String NOTHING = EMPTY + ":visible";

  /**
   * What a page has for reading codes by their names, and for choosing in its forms. Where it
   * cannot be had, the codes stand there, and nothing can be chosen.
   */
  private static final Pattern NAMES_AND_CHOICES =
      Pattern.compile(
          "/(units|subdistricts|public/communities|public/areas|categories|channels|work-lines|other-bodies|duty-clauses|mechanisms|leaders|evaluation-checklists)$");

  /**
   * The application tries three times, and keeps for five minutes what it has heard; in these tests
   * without the pauses between, and only as long as a page shows it.
   */
  private static final String WITHOUT_PAUSES =
      """
      const later = window.setTimeout;
      window.setTimeout = (work, pause, ...rest) => later(work, [400, 800, 300_000].includes(pause) ? 0 : pause, ...rest);
      """;

  /** What the pages of telephones keep for where there is no network. */
  private static final String FORGET_KEPT =
      """
      async () => {
        for (const { name } of await indexedDB.databases()) {
          await new Promise((done, failed) => {
            const opening = indexedDB.open(name);
            opening.onerror = failed;
            opening.onsuccess = () => {
              const stores = [...opening.result.objectStoreNames];
              if (stores.length === 0) {
                opening.result.close();
                done();
                return;
              }
              const clearing = opening.result.transaction(stores, 'readwrite');
              stores.forEach((store) => clearing.objectStore(store).clear());
              clearing.onerror = failed;
              clearing.oncomplete = () => {
                opening.result.close();
                done();
              };
            };
          });
        }
      }
      """;

  /** What has failed is asked once more, each part by its own button, once none is still asked. */
  private static final String PRESS =
      """
      () => {
        const buttons = [...document.querySelectorAll('button')].filter((button) => button.textContent.includes('重试'));
        if (buttons.length === 0 || buttons.some((button) => button.classList.contains('ant-btn-loading'))) {
          return false;
        }
        buttons.forEach((button) => button.click());
        return true;
      }
      """;

  /** The same, also of what fails a moment later, until all is there. */
  private static final String RESTORED =
      """
      () => {
        const buttons = [...document.querySelectorAll('button')].filter((button) => button.textContent.includes('重试'));
        buttons.filter((button) => !button.dataset.pressed && !button.classList.contains('ant-btn-loading')).forEach((button) => {
          button.dataset.pressed = 'once';
          button.click();
        });
        return buttons.length === 0;
      }
      """;

  private static final String[] WITHHELD = {"net::ERR_FAILED", "status of 503"};

  private static final Visitors VISITORS = new Visitors(WITHOUT_PAUSES);
  private static RealPages real;
  private static Map<String, Role> menu;

  @BeforeAll
  static void openTheMenus() {
    real = new RealPages(RunningStack.get(), ConsolePages.routes());
    menu = Visitors.pages();
    assertTrue(
        ConsolePages.routes().containsAll(menu.keySet()), "a page of the menu is not listed");
  }

  @AfterAll
  static void leave() {
    VISITORS.close();
  }

  @TestFactory
  Stream<DynamicTest> it_says_that_it_is_loading_that_nothing_answers_and_that_a_service_refuses() {
    return each(
        route -> !ASKS_NOTHING.containsKey(route),
        (route, visitor) -> {
          Page page = visitor.page();
          String address = real.addressOf(route);
          try (Reads reads = new Reads(page)) {
            reads.hold();
            visitor.show(address);
            page.waitForCondition(() -> !reads.asked().isEmpty());
            page.locator(LOADING).or(page.getByText("等待数据")).first().waitFor();
            assertEquals(
                0, page.locator(NOTHING).count(), "it says too early that nothing is there");
            reads.refuse();
            visitor.awaitText(Reads.TRACE, "服务暂时不可用");
            reads.abort();
            tryAgain(route, visitor);
            visitor.awaitText("连接不上服务");
            reads.pass();
            if (route.equals(WALL_SCREEN)) {
              visitor.show(address);
            }
            visitor.until(RESTORED, null);
            visitor.awaitContent();
          }
          assertEquals(List.of(), visitor.complaints(WITHHELD));
        });
  }

  @TestFactory
  Stream<DynamicTest> it_says_that_nothing_is_there() {
    return each(
        route -> true,
        (route, visitor) -> {
          try (Reads reads = new Reads(visitor.page())) {
            reads.empty();
            visitor.show(real.addressOf(route));
            visitor.awaitContent();
            if (!ASKS_NOTHING.containsKey(route)
                && !HAS_NO_ROWS.containsKey(route)
                && !isOfRecord(route)) {
              visitor.awaitShown(EMPTY);
            }
          }
          assertEquals(List.of(), visitor.complaints());
        });
  }

  @TestFactory
  Stream<DynamicTest> it_says_that_a_record_does_not_exist() {
    return each(
        route ->
            route.contains(":")
                && !RealPages.missing(real.addressOf(route)).equals(real.addressOf(route)),
        (route, visitor) -> {
          visitor.show(RealPages.missing(real.addressOf(route)));
          visitor.awaitText("没有这条记录");
          assertEquals(List.of(), visitor.complaints("status of 404"));
        });
  }

  /** Whatever part of a page of one record cannot be had is said, beside all that is there. */
  @TestFactory
  Stream<DynamicTest> it_says_which_part_of_a_record_is_missing() {
    return each(
        PageStatesTest::isOfRecord,
        (route, visitor) -> {
          String address = real.addressOf(route);
          try (Reads reads = new Reads(visitor.page())) {
            visitor.show(address);
            visitor.awaitContent();
            List<String> parts =
                reads.asked().stream()
                    .map(PageStatesTest::question)
                    .filter(
                        part -> !NAMES_AND_CHOICES.matcher(part.replaceFirst("\\?.*", "")).find())
                    .distinct()
                    .toList();
            for (String part : parts) {
              reads.refuse(asked -> question(asked).equals(part));
              visitor.show(address);
              // In the place of a photo there is no room for the trace.
              String told = part.contains("/attachments/") ? "服务暂时不可用" : Reads.TRACE;
              assertDoesNotThrow(
                  () -> visitor.awaitText(told), () -> "not told: that it lacks " + part);
            }
          }
          assertEquals(List.of(), visitor.complaints(WITHHELD));
        });
  }

  @Test
  void a_list_says_that_nothing_matches() {
    Visitor visitor = VISITORS.of(Role.SPECIAL_TEAM);
    visitor.show("/order-items?q=没有这样的事项");
    visitor.awaitText("没有符合条件的记录");
    assertEquals(List.of(), visitor.complaints());
  }

  /** What is asked, whenever: an address without its origin and without moments in it. */
  private static String question(String asked) {
    return asked
        .replaceFirst("^https?://[^/]+", "")
        .replaceAll("=\\d{4}-\\d\\d-\\d\\dT[^&]*", "=moment");
  }

  private static boolean isOfRecord(String route) {
    return route.matches(".*/:\\w+$");
  }

  private static void tryAgain(String route, Visitor visitor) {
    if (route.equals(WALL_SCREEN)) {
      visitor.show(route);
    } else {
      visitor.until(PRESS, null);
    }
  }

  /**
   * Pages without a record first: until they were looked at, the records of the others are made.
   */
  private static Stream<DynamicTest> each(
      Predicate<String> which, BiConsumer<String, Visitor> check) {
    return ConsolePages.routes().stream()
        .sorted(Comparator.comparing(route -> route.contains(":")))
        .filter(which)
        .map(
            route ->
                dynamicTest(
                    route,
                    () -> {
                      Visitor visitor = VISITORS.of(roleFor(route));
                      visitor.leave();
                      visitor.page().evaluate(FORGET_KEPT);
                      try {
                        check.accept(route, visitor);
                      } finally {
                        // A page that moves would go on moving beside the next visitor.
                        visitor.leave();
                      }
                    }));
  }

  private static Role roleFor(String route) {
    // A clerk has the form, the list is the team's.
    return route.equals("/personal-data-requests")
        ? Role.SPECIAL_TEAM
        : ConsolePages.readerOf(route, menu);
  }
}
