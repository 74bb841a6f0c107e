package org.bihuan.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every page of the menu owes to whoever opens it. */
@InBrowser
class EachPageTest {

  private static final Predicate<String> LIST = address -> address.contains("/api/v1/order-items?");

  private static Chromium chromium;
  private static Map<Role, List<String>> menus;
  private static Map<String, Role> pages;
  private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);

  @BeforeAll
  static void openTheMenus() {
    chromium = Chromium.of(RunningStack.get());
    menus = ConsolePages.menus(chromium);
    pages = ConsolePages.byMenu(menus);
  }

  @AfterAll
  static void leave() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> it_shows_its_content_to_everybody_without_a_complaint_of_the_browser() {
    return each(
        visitor -> {
          assertEquals(List.of(), Barriers.seriousOn(visitor.page()));
          assertEquals(List.of(), visitor.complaints());
        });
  }

  /** One page for all: each shows it by the same parts. */
  @Test
  void a_list_says_that_it_is_loading_that_nothing_answers_and_that_nothing_matches() {
    Visitor visitor = visitor(Role.SPECIAL_TEAM);
    Page page = visitor.page();
    Queue<Route> held = new ConcurrentLinkedQueue<>();
    page.route(LIST, held::add);
    page.navigate("/console/order-items");
    page.locator(".ant-spin").first().waitFor();
    page.unroute(LIST);
    page.route(LIST, Route::abort);
    held.forEach(Route::abort);
    page.getByText("连接不上服务").first().waitFor();
    page.unroute(LIST);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重试")).first().click();
    visitor.awaitContent();
    visitor.open("/order-items?q=" + "没有这样的事项");
    page.getByText("没有符合条件的记录").first().waitFor();
    // What could not be reached is on the browser's console as well, and should be.
    visitor.complaints();
  }

  @TestFactory
  Stream<DynamicTest> whoever_may_not_see_it_is_told_so() {
    return pages.keySet().stream()
        .flatMap(
            address ->
                Stream.of(Role.values())
                    .filter(role -> !menus.get(role).contains(address))
                    .limit(1)
                    .map(
                        role ->
                            dynamicTest(
                                address + " as " + role,
                                () -> {
                                  Visitor visitor = visitor(role);
                                  visitor.page().navigate("/console" + address);
                                  visitor.page().getByText("您没有查看这一页的权限").waitFor();
                                  assertEquals(List.of(), visitor.complaints());
                                })));
  }

  private static Stream<DynamicTest> each(Consumer<Visitor> check) {
    assertTrue(!pages.isEmpty(), "no menu has a page");
    return pages.entrySet().stream()
        .map(
            page ->
                dynamicTest(
                    page.getKey() + " as " + page.getValue(),
                    () -> {
                      Visitor visitor = visitor(page.getValue());
                      visitor.open(page.getKey());
                      check.accept(visitor);
                    }));
  }

  private static Visitor visitor(Role role) {
    return VISITORS.computeIfAbsent(role, known -> chromium.login(Identity.of(known)));
  }
}
