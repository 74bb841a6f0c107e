package org.bihuan.acceptance.browser.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.browser.Chromium;
import org.bihuan.acceptance.browser.InBrowser;
import org.bihuan.acceptance.browser.Screen;
import org.bihuan.acceptance.browser.Visitor;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a unit finds on its telephone: in one of the two lists each open item that it sees. */
@InBrowser
class UnitPhoneTest {
  private static final Loop LOOP = new Loop(RunningStack.get());
  private static final String LEAD = "MUNICIPAL_COMPANY_2";
  private static final String HELPER = "BIG_DATA_BUREAU";

  /** Photos are uploaded and rewritten before, and what is sent again waits for its turn. */
  private static final LocatorAssertions.ContainsTextOptions SLOWLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

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
  void a_joint_unit_replies_to_its_task() {
    Item item = helpedBy(HELPER);
    try (Visitor helper = onThePhone(HELPER)) {
      Page page = helper.page();
      button(card(page, item), "回复配合任务").click();
      page.getByLabel("采取措施").fill("清理废弃线缆");
      page.getByLabel("整改结果").fill("已清理");
      page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("整改后照片"))
          .locator("input[type=file]")
          .first()
          .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", SamplePhoto.jpeg(12)));
      page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("照片 1")).waitFor();
      button(page.locator("body"), "发送").click();
      assertThat(page.getByTestId("state")).containsText("已发出 1", SLOWLY);
      task(item, HELPER).body("status", equalTo("REPLIED")).body("reply.afterPhotoIds", hasSize(1));
      assertThat(card(page, item)).hasCount(0);
      button(page.locator("body"), "在办").click();
      assertThat(card(page, item)).isVisible();
      assertThat(button(card(page, item), "回复配合任务")).hasCount(0);
    }
  }

  @Test
  void the_lead_unit_keeps_to_do_what_it_has_acknowledged_while_others_owe_their_share() {
    Item item = helpedBy(HELPER);
    LOOP.acknowledge(item).then().statusCode(200);
    try (Visitor lead = onThePhone(LEAD)) {
      Locator card = card(lead.page(), item);
      assertThat(button(card, "回复")).isVisible();
      assertThat(button(card, "回复配合任务")).hasCount(0);
    }
  }

  @Test
  void what_waits_for_others_is_under_way() {
    Item item = helpedBy();
    LOOP.acknowledge(item).then().statusCode(200);
    LOOP.reply(item).then().statusCode(201);
    try (Visitor lead = onThePhone(LEAD)) {
      Page page = lead.page();
      button(page.locator("body"), "在办").click();
      assertThat(card(page, item)).isVisible();
      button(page.locator("body"), "待办").click();
      assertThat(card(page, item)).hasCount(0);
    }
  }

  /** The unit itself has to acknowledge it, and its sub-unit sees that it is there. */
  @Test
  void a_sub_unit_sees_what_the_unit_above_it_has_not_acknowledged() {
    Item item = ordered("MARKET_SERVICE_CENTRE_1", List.of());
    try (Visitor sub = onThePhone("HUALINSHAN_OFFICE")) {
      button(sub.page().locator("body"), "在办").click();
      assertThat(card(sub.page(), item)).isVisible();
      assertThat(card(sub.page(), item).getByRole(AriaRole.BUTTON)).hasCount(1);
    }
  }

  private static Item helpedBy(String... units) {
    return ordered(LEAD, List.of(units));
  }

  private static Item ordered(String lead, List<String> joint) {
    String problem = LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "线缆杂乱 " + UUID.randomUUID()));
    LOOP.awaitItem(problem, "ISSUED");
    LOOP.dispatch(Role.SPECIAL_TEAM)
        .body(
            Map.of(
                "kind",
                "SPECIAL",
                "basis",
                "群众诉求",
                "urgency",
                "NORMAL",
                "leadUnitCode",
                lead,
                "jointUnitCodes",
                joint,
                "items",
                List.of(Map.of("problemId", problem, "deadlineClass", "GENERAL"))))
        .post("/api/v1/orders")
        .then()
        .statusCode(201);
    return LOOP.awaitItem(problem, "ISSUED");
  }

  private static Visitor onThePhone(String unit) {
    Visitor visitor = chromium.login(Identity.of(Role.UNIT_HANDLER).ofUnit(unit), Screen.PHONE);
    visitor.open("/phone/unit");
    return visitor;
  }

  private static Locator card(Page page, Item item) {
    String address = (String) ((Map<?, ?>) item.fields().get("place")).get("address");
    return page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(address));
  }

  private static Locator button(Locator within, String name) {
    return within
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "( \\d+)?$")));
  }

  private static ValidatableResponse task(Item item, String unit) {
    return LOOP.dispatch(Role.SPECIAL_TEAM)
        .get("/api/v1/order-items/" + item.id() + "/tasks/" + unit)
        .then()
        .statusCode(200);
  }
}
