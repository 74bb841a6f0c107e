package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A part of a page that cannot be had is not shown as nothing, and nothing is done without it. */
@InBrowser
class MissingPartsTest {
  private static final Loop LOOP = new Loop(RunningStack.get());
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);

  private static Chromium chromium;

  @BeforeAll
  static void openBrowser() {
    chromium = Chromium.of(RunningStack.get());
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void an_act_is_offered_once_what_it_begins_with_is_known() {
    Item item = LOOP.awaitItem(LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    LOOP.dispatch(item.handler())
        .body(Map.of("clauseCode", clause(), "reason", "不属于本单位职责"))
        .post("/api/v1/order-items/" + item.id() + "/return-requests")
        .then()
        .statusCode(201);
    try (Visitor team = chromium.login(TEAM);
        Reads reads = new Reads(team.page())) {
      reads.refuse(asked -> asked.matches(".*/return-requests/[^/]+$"));
      team.open("/order-items/" + item.id());
      failure(team.page()).first().waitFor();
      assertThat(button(team.page(), "同意退单")).hasCount(0);
      reads.pass();
      retry(team.page().locator("body")).click();
      assertThat(button(team.page(), "同意退单")).isVisible();
    }
  }

  @Test
  void a_field_whose_choices_cannot_be_had_says_so_and_asks_again() {
    try (Visitor clerk = chromium.login(Identity.of(Role.CHANNEL_CLERK));
        Reads reads = new Reads(clerk.page())) {
      reads.refuse(asked -> asked.contains("/api/v1/subdistricts"));
      clerk.open("/complaints/new");
      failure(clerk.page()).waitFor();
      reads.pass();
      retry(clerk.page().locator("body")).click();
      assertThat(failure(clerk.page())).hasCount(0);
    }
  }

  @Test
  void each_panel_of_the_wall_screen_says_what_it_could_not_get() {
    try (Visitor team = chromium.login(TEAM);
        Reads reads = new Reads(team.page())) {
      reads.refuse(asked -> asked.contains("by=UNIT"));
      team.open("/board");
      assertThat(panel(team.page(), "责任单位").getByRole(AriaRole.ALERT)).containsText("服务暂时不可用");
      assertThat(team.page().getByRole(AriaRole.ALERT)).hasCount(1);
    }
  }

  @Test
  void a_proxy_that_finds_no_service_does_not_say_that_a_record_is_missing() {
    String address = "/problems/" + LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨"));
    try (Visitor team = chromium.login(TEAM)) {
      team.page().route("**/api/v1" + address, route -> route.fulfill(ofProxy()));
      team.page().navigate("/console" + address);
      assertThat(retry(team.page().locator("body"))).isVisible();
      assertThat(team.page().getByText("没有这条记录")).hasCount(0);
    }
  }

  @Test
  void a_new_order_says_which_problem_it_could_not_take() {
    String problem = LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨"));
    Item item = LOOP.awaitItem(problem, "ISSUED");
    String unknown = UUID.randomUUID().toString();
    try (Visitor team = chromium.login(TEAM)) {
      team.open("/orders/new?problemId=" + problem + "&problemId=" + unknown);
      assertThat(team.page().getByText(item.text("problemSerial"))).isVisible();
      Locator warning = team.page().getByRole(AriaRole.ALERT);
      assertThat(warning).containsText("1 个问题没有督办事项");
      assertThat(warning).containsText(unknown);
    }
  }

  @Test
  void the_list_of_a_week_is_asked_once() {
    String week = LOOP.intake(TEAM).get("/api/v1/ledger/weeks").path("items[0].week");
    try (Visitor team = chromium.login(TEAM);
        Reads reads = new Reads(team.page())) {
      team.open("/ledger/weeks/" + week);
      assertThat(team.page().getByText("本周新增").first()).isVisible();
      assertEquals(1, reads.asked().stream().filter(asked -> asked.contains(week)).count());
    }
  }

  @Test
  void a_unit_finds_what_it_has_in_hand_on_its_desk() {
    Item item = LOOP.awaitItem(LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    LOOP.acknowledge(item).then().statusCode(200);
    try (Visitor unit = chromium.login(item.handler())) {
      unit.open("/workbench");
      assertThat(
              unit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("在办事项")))
          .isVisible();
      unit.open("/order-items?status=ACKNOWLEDGED&sort=dueAt");
      assertThat(unit.page().getByText("已签收，待回复").first()).isVisible();
    }
  }

  private static String clause() {
    return LOOP.dispatch(TEAM).get("/api/v1/duty-clauses").path("items[0].code");
  }

  private static Locator failure(Page page) {
    return page.getByText(Reads.TRACE);
  }

  private static Locator panel(Page page, String title) {
    return page.locator("section")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + title)))));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator retry(Locator within) {
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重试"));
  }

  private static Route.FulfillOptions ofProxy() {
    return new Route.FulfillOptions()
        .setStatus(404)
        .setContentType("text/html")
        .setBody("<h1>404 Not Found</h1>");
  }
}
