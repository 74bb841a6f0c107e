package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/** The loop as people close it: with the pages alone, each with their own login. */
@InBrowser
class WholeLoopTest {
  private static final Loop LOOP = new Loop(RunningStack.get());

  @Test
  void four_people_take_a_complaint_to_its_write_off_and_the_resident_follows() {
    String place = "示例路 " + UUID.randomUUID();
    register(place);
    String problem = ofComplaintAt(place, "problemId");
    String trackingCode = ofComplaintAt(place, "trackingCode");
    Item item = LOOP.awaitItem(problem, "ISSUED");

    acknowledgedAndReplied(item);
    accepted(item);
    passed(LOOP.awaitRecheck(problem));
    LOOP.awaitProblem(problem, "WRITTEN_OFF");

    try (Visitor team = Visitors.chromium().login(Identity.of(Role.SPECIAL_TEAM))) {
      team.open("/problems/" + problem);
      assertThat(team.page().getByText("已销账").first()).isVisible();
      assertEquals(List.of(), team.complaints());
    }
    try (Visitor resident = Visitors.chromium().stranger(Screen.PHONE)) {
      resident.page().navigate("/r/follow");
      resident.page().getByRole(AriaRole.TEXTBOX).first().fill(trackingCode);
      resident.page().getByRole(AriaRole.TEXTBOX).first().press("Enter");
      assertThat(resident.page().getByText("已到现场核实").first()).isVisible();
      assertEquals(List.of(), resident.complaints());
    }
  }

  /** A clerk takes the call down; the keyboard is enough. */
  private static void register(String place) {
    try (Visitor clerk = Visitors.chromium().login(Identity.of(Role.CHANNEL_CLERK))) {
      Page page = clerk.page();
      clerk.open("/complaints/new");
      page.getByLabel("诉求内容").fill("楼顶漏雨, 已一周无人处理。" + place);
      page.getByLabel("地址").fill(place);
      choose(page.locator("body"), "街道", "台东");
      choose(page.locator("body"), "问题类别", "屋顶漏雨");
      page.keyboard().press("Control+Enter");
      Locator hints = page.getByRole(AriaRole.COMPLEMENTARY);
      assertThat(hints.getByText("已立案").first()).isVisible();
      assertEquals(List.of(), clerk.complaints());
    }
  }

  /** The complaint of the place, once the search has heard of it. */
  private static <T> T ofComplaintAt(String place, String field) {
    return await()
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                LOOP.intake(Role.SPECIAL_TEAM)
                    .queryParam("q", place)
                    .get("/api/v1/complaints")
                    .<T>path("items[0]." + field),
            Objects::nonNull);
  }

  private static void acknowledgedAndReplied(Item item) {
    try (Visitor unit = Visitors.chromium().login(item.handler())) {
      unit.open("/order-items/" + item.id());
      press(unit, "签收");
      Locator form = unit.page().getByRole(AriaRole.DIALOG);
      form.getByLabel("责任人").fill("王某");
      submit(unit, form);
      press(unit, "最终回复");
      form.getByLabel("原因分析").fill("防水层老化");
      form.getByLabel("采取措施").fill("重做防水层");
      form.getByLabel("整改结果").first().fill("已完成");
      form.locator("input[type=file]")
          .nth(1)
          .setInputFiles(new FilePayload("after.jpg", "image/jpeg", SamplePhoto.jpeg(7)));
      form.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("照片")).first().waitFor();
      submit(unit, form);
      assertThat(unit.page().getByText("已回复").first()).isVisible();
      assertEquals(List.of(), unit.complaints());
    }
  }

  private static void accepted(Item item) {
    try (Visitor team = Visitors.chromium().login(Identity.of(Role.SPECIAL_TEAM))) {
      team.open("/order-items/" + item.id());
      press(team, "审核通过");
      submit(team, team.page().getByRole(AriaRole.DIALOG));
      assertThat(team.page().getByText("待回头看").first()).isVisible();
      assertEquals(List.of(), team.complaints());
    }
  }

  private static void passed(String recheck) {
    try (Visitor inspector = Visitors.chromium().login(Identity.of(Role.INSPECTOR))) {
      inspector.open("/rechecks/" + recheck);
      press(inspector, "登记回头看结果");
      Locator form = inspector.page().getByRole(AriaRole.DIALOG);
      choose(form, "回头看结果", "通过");
      form.getByLabel("现场情况").fill("现场查看, 不再漏雨");
      submit(inspector, form);
      assertEquals(List.of(), inspector.complaints());
    }
  }

  private static void press(Visitor visitor, String name) {
    visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** Sends the form and waits until it is gone: the service took it. */
  private static void submit(Visitor visitor, Locator form) {
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交")).click();
    assertThat(visitor.page().getByRole(AriaRole.DIALOG)).isHidden();
  }

  private static void choose(Locator form, String label, String option) {
    Locator field =
        form.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
    field.click();
    if (field.isEditable()) {
      field.fill(option);
    }
    field
        .page()
        .locator(".ant-select-item-option:visible")
        .filter(new Locator.FilterOptions().setHasText(option))
        .first()
        .click();
  }
}
