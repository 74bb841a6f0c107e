package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Two people on one thing. */
@InBrowser
class TwoPeopleTest {
  private static final Loop LOOP = new Loop(RunningStack.get());

  @Test
  void the_second_is_told_and_what_was_typed_stays() {
    Item item = LOOP.awaitItem(LOOP.problemOf(LOOP.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    LOOP.acknowledge(item).then().statusCode(200);

    try (Visitor unit = Visitors.chromium().login(item.handler())) {
      Page page = unit.page();
      unit.open("/order-items/" + item.id());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("最终回复")).click();
      Locator form = page.getByRole(AriaRole.DIALOG);
      form.getByLabel("原因分析").fill("防水层老化");
      form.getByLabel("采取措施").fill("重做防水层");
      form.getByLabel("整改结果").first().fill("已完成");
      suspend(item);
      form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交")).click();

      assertThat(form.getByText("刚被他人处理过").first()).isVisible();
      assertThat(form.getByLabel("原因分析")).hasValue("防水层老化");
      assertEquals(List.of(), unit.complaints("status of 409", "status of 412"));
    }
  }

  private static void suspend(Item item) {
    LOOP.dispatch(Role.SPECIAL_TEAM)
        .body(
            Map.of(
                "cause", "WEATHER",
                "reviewOn", java.time.LocalDate.now().plusDays(5).toString(),
                "reason", "连日降雨"))
        .post("/api/v1/order-items/" + item.id() + "/suspension")
        .then()
        .statusCode(200);
  }
}
