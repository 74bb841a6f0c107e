package org.bihuan.acceptance.browser.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.browser.InBrowser;
import org.bihuan.acceptance.browser.Screen;
import org.bihuan.acceptance.browser.Visitor;
import org.bihuan.acceptance.browser.Visitors;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/** What is written on a phone without a network is kept there, and sent once when there is one. */
@InBrowser
class OfflinePhoneTest {
  private static final Loop LOOP = new Loop(RunningStack.get());

  /** Whether the worker has all files of the page. */
  private static final String KEPT =
      """
      async () => navigator.serviceWorker.controller !== null
        && (await (await caches.open('bihuan.files')).match('/console/', { ignoreVary: true })) !== undefined
      """;

  /** What could not be sent at once is tried again every 15 seconds; in these tests each second. */
  private static final String OFTEN =
      """
      const again = window.setInterval;
      window.setInterval = (work, pause, ...rest) => again(work, pause === 15_000 ? 1_000 : pause, ...rest);
      """;

  /** For what must not be tried again by itself. */
  private static final String SELDOM = "// As it is.";

  /** Photos are uploaded and rewritten before, and what is sent again waits for its turn. */
  private static final LocatorAssertions.ContainsTextOptions SLOWLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static final double LATITUDE = 36.09;
  private static final double LONGITUDE = 120.36;

  @Test
  void a_reply_waits_survives_a_reload_and_is_sent_once_by_two_tabs() {
    Item item = acknowledged();
    try (Visitor unit = onThePhone(item.handler(), "/phone/unit")) {
      List<Request> sent = sentOf(unit, "/replies");
      Page other = unit.context().newPage();
      other.navigate(RunningStack.get().loginLink(item.handler()));
      other.waitForURL(address -> !address.contains("/login"));
      other.navigate("/console/phone/unit");
      waitsFor(other, "没有待发内容");

      unit.context().setOffline(true);
      writeReply(unit.page(), item);
      waitsFor(unit.page(), "待发 1");
      waitsFor(other, "待发 1");
      unit.page().reload();
      waitsFor(unit.page(), "待发 1");
      assertThat(unit.page().getByText("回复待发送")).isVisible();

      unit.context().setOffline(false);
      waitsFor(unit.page(), "已发出 1");
      waitsFor(other, "已发出 1");
      assertEquals(1, sent.size());
      repliesOf(item).body("items", hasSize(1)).body("items[0].afterPhotoIds", hasSize(1));
      assertEquals(List.of(), unit.complaints("net::ERR_INTERNET_DISCONNECTED"));
    }
  }

  @Test
  void a_reply_whose_answer_was_lost_is_sent_again_and_taken_once() {
    Item item = acknowledged();
    try (Visitor unit = onThePhone(item.handler(), "/phone/unit", SELDOM)) {
      List<Request> sent = sentOf(unit, "/replies");
      AtomicBoolean lost = new AtomicBoolean();
      unit.context().route("**/replies", route -> loseTheFirstAnswer(route, lost));
      unit.context().setOffline(true);
      writeReply(unit.page(), item);
      unit.context().setOffline(false);
      unit.page().waitForCondition(lost::get);
      repliesOf(item).body("items", hasSize(1));
      waitsFor(unit.page(), "待发 1");

      unit.context().setOffline(true);
      unit.context().setOffline(false);
      waitsFor(unit.page(), "已发出 1");
      assertEquals(2, sent.size());
      assertEquals(
          1,
          sent.stream().map(request -> request.headerValue("Idempotency-Key")).distinct().count());
      repliesOf(item).body("items", hasSize(1));
      assertEquals(List.of(), unit.complaints("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED"));
    }
  }

  @Test
  void a_reply_that_is_refused_later_is_shown_with_the_reason_and_loses_nothing() {
    Item item = acknowledged();
    try (Visitor unit = onThePhone(item.handler(), "/phone/unit")) {
      unit.context().setOffline(true);
      writeReply(unit.page(), item);
      LOOP.dispatch(Role.SPECIAL_TEAM)
          .body(Map.of("reason", "重复派单"))
          .post("/api/v1/order-items/" + item.id() + "/cancellation")
          .then()
          .statusCode(200);
      unit.context().setOffline(false);
      waitsFor(unit.page(), "被退回 1");
      unit.page().getByTestId("state").click();
      Locator outbox = unit.page().getByRole(AriaRole.DIALOG);
      assertThat(outbox.getByText("它的状态已变化")).isVisible();
      button(outbox, "修改").click();
      assertThat(unit.page().getByLabel("采取措施")).hasValue("重做防水层");
      assertThat(photo(unit.page())).isVisible();
      repliesOf(item).body("items", hasSize(0));
      assertEquals(List.of(), unit.complaints("net::ERR_INTERNET_DISCONNECTED", "status of 409"));
    }
  }

  @Test
  void a_recheck_with_arrival_and_photo_waits_and_is_sent_once() {
    String recheck = openRecheck();
    try (Visitor inspector =
        onThePhone(Identity.of(Role.INSPECTOR), "/phone/inspector?recheck=" + recheck)) {
      List<Request> sent = sentOf(inspector, "/outcome");
      inspector.context().setOffline(true);
      look(inspector.page());
      waitsFor(inspector.page(), "待发 1");
      inspector.page().reload();
      waitsFor(inspector.page(), "待发 1");

      inspector.context().setOffline(false);
      waitsFor(inspector.page(), "已发出 1");
      assertEquals(1, sent.size());
      outcomeOf(recheck)
          .body("outcome", equalTo("PASSED"))
          .body("arrivedAt", notNullValue())
          .body("attachmentIds", hasSize(1))
          .body("position", notNullValue());
      assertEquals(List.of(), inspector.complaints("net::ERR_INTERNET_DISCONNECTED"));
    }
  }

  @Test
  void a_recheck_that_somebody_else_has_done_meanwhile_is_shown_as_refused() {
    String recheck = openRecheck();
    try (Visitor inspector =
        onThePhone(Identity.of(Role.INSPECTOR), "/phone/inspector?recheck=" + recheck)) {
      inspector.context().setOffline(true);
      look(inspector.page());
      LOOP.recheck(recheck, "NOT_RECTIFIED").then().statusCode(200);
      inspector.context().setOffline(false);
      waitsFor(inspector.page(), "被退回 1");
      inspector.page().getByTestId("state").click();
      Locator outbox = inspector.page().getByRole(AriaRole.DIALOG);
      assertThat(outbox.getByText("它的状态已变化")).isVisible();
      outcomeOf(recheck).body("outcome", equalTo("NOT_RECTIFIED"));
      assertEquals(
          List.of(), inspector.complaints("net::ERR_INTERNET_DISCONNECTED", "status of 409"));
    }
  }

  private static Visitor onThePhone(Identity who, String address) {
    return onThePhone(who, address, OFTEN);
  }

  /** A page that has been opened once opens from then on without a network. */
  private static Visitor onThePhone(Identity who, String address, String script) {
    Visitor visitor = Visitors.chromium().stranger(Screen.PHONE);
    visitor.context().addInitScript(script);
    visitor.logIn(RunningStack.get().loginLink(who));
    visitor.context().grantPermissions(List.of("geolocation"));
    visitor.context().setGeolocation(new Geolocation(LATITUDE, LONGITUDE));
    visitor.open(address);
    visitor.page().waitForCondition(() -> (Boolean) visitor.page().evaluate(KEPT));
    return visitor;
  }

  private static Item acknowledged() {
    Item item = LOOP.awaitItem(LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    LOOP.acknowledge(item).then().statusCode(200);
    return item;
  }

  private static String openRecheck() {
    String problem = LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨"));
    LOOP.rectify(LOOP.awaitItem(problem, "ISSUED"));
    return LOOP.awaitRecheck(problem);
  }

  private static void writeReply(Page page, Item item) {
    page.navigate("/console/phone/unit?item=" + item.id() + "&do=reply");
    page.getByLabel("采取措施").fill("重做防水层");
    page.getByLabel("原因分析").fill("防水层老化");
    page.getByLabel("整改结果").fill("已完成");
    takePhoto(page.getByRole(AriaRole.GROUP, named("整改后照片")));
    button(page.locator("body"), "存好，有网就发").click();
    page.getByTestId("state").getByText("待发 1").waitFor();
  }

  private static void look(Page page) {
    page.getByRole(AriaRole.BUTTON, named("我到了")).click();
    assertThat(page.getByText("到场 20")).isVisible();
    takePhoto(page.getByRole(AriaRole.GROUP, named("现场照片")));
    page.getByLabel("通过", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByLabel("情况说明").fill("现场查看, 不再漏雨");
    button(page.locator("body"), "存好，有网就发").click();
  }

  private static void takePhoto(Locator group) {
    group
        .locator("input[type=file]")
        .first()
        .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", SamplePhoto.jpeg(11)));
    photo(group.page()).waitFor();
  }

  private static Locator photo(Page page) {
    return page.getByRole(AriaRole.IMG, named("照片 1"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void waitsFor(Page page, String state) {
    assertThat(page.getByTestId("state")).containsText(state, SLOWLY);
  }

  /** What is sent to the service from now on, by whatever tab. */
  private static List<Request> sentOf(Visitor visitor, String end) {
    List<Request> sent = new ArrayList<>();
    visitor
        .context()
        .onRequest(
            request -> {
              if (request.method().equals("POST") && request.url().endsWith(end)) {
                sent.add(request);
              }
            });
    return sent;
  }

  private static void loseTheFirstAnswer(Route route, AtomicBoolean lost) {
    if (route.request().method().equals("POST") && !lost.get()) {
      route.fetch();
      route.abort();
      lost.set(true);
    } else {
      route.resume();
    }
  }

  private static ValidatableResponse repliesOf(Item item) {
    return LOOP.dispatch(Role.SPECIAL_TEAM)
        .get("/api/v1/order-items/" + item.id() + "/replies")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse outcomeOf(String recheck) {
    return LOOP.inspection(Role.SPECIAL_TEAM)
        .get("/api/v1/rechecks/" + recheck)
        .then()
        .statusCode(200);
  }
}
