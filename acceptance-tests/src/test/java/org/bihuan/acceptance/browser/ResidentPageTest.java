package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.junit.jupiter.api.Test;

/**
 * The two pages of residents while nothing answers, where a service refuses, and without a record.
 */
@InBrowser
class ResidentPageTest {
  private static final Loop LOOP = new Loop(RunningStack.get());
  private static final String NO_NETWORK = "网络不通，没有收到回复";

  @Test
  void the_page_says_that_nothing_answers_and_comes_when_asked_again() {
    try (Visitor resident = Visitors.chromium().stranger(Screen.PHONE)) {
      Page page = resident.page();
      page.route("**/config.json", Route::abort);
      page.navigate("/r");
      assertThat(page.getByText(NO_NETWORK)).isVisible();
      page.unroute("**/config.json");
      press(page, "重新加载");
      assertThat(page.getByLabel("有什么问题")).isVisible();
      assertEquals(List.of(), resident.complaints("net::ERR_FAILED"));
    }
  }

  @Test
  void what_cannot_be_chosen_now_is_said_and_the_form_is_there_all_the_same() {
    try (Visitor resident = Visitors.chromium().stranger(Screen.PHONE);
        Reads reads = new Reads(resident.page())) {
      Page page = resident.page();
      reads.hold();
      page.navigate("/r");
      assertThat(page.getByText("正在加载…")).isVisible();
      reads.abort();
      assertThat(page.getByText("页面数据没有加载完整")).isVisible();
      assertThat(page.getByLabel("有什么问题")).isVisible();
      reads.pass();
      press(page, "重新加载");
      assertThat(page.getByLabel("问题类别")).isVisible();
      assertEquals(List.of(), resident.complaints("net::ERR_FAILED"));
    }
  }

  @Test
  void what_was_typed_stays_when_sending_fails_and_is_sent_when_tried_again() {
    try (Visitor resident = Visitors.chromium().stranger(Screen.PHONE);
        Reads reads = new Reads(resident.page())) {
      Page page = resident.page();
      page.navigate("/r");
      Locator text = page.getByLabel("有什么问题");
      text.fill("路灯不亮，晚上看不清台阶。");
      reads.abort();
      press(page, "提交");
      assertThat(page.getByText(NO_NETWORK)).isVisible();
      reads.refuse();
      press(page, "提交");
      assertThat(page.getByText("服务暂时不可用")).isVisible();
      assertThat(page.getByText(Reads.TRACE)).isVisible();
      assertThat(text).hasValue("路灯不亮，晚上看不清台阶。");
      reads.pass();
      press(page, "提交");
      assertThat(page.getByText("已收到，谢谢您")).isVisible();
      assertEquals(List.of(), resident.complaints("net::ERR_FAILED", "status of 503"));
    }
  }

  @Test
  void following_says_what_is_wrong_with_a_code_and_what_is_wrong_with_the_network() {
    String code = LOOP.complainOf("ROOF_LEAK", "楼顶漏雨").path("trackingCode");
    try (Visitor resident = Visitors.chromium().stranger(Screen.PHONE);
        Reads reads = new Reads(resident.page())) {
      Page page = resident.page();
      page.navigate("/r/follow");
      lookUp(page, "ABC");
      assertThat(page.getByText("查询码有 20 位")).isVisible();
      lookUp(page, "A".repeat(20));
      assertThat(page.getByText("没有这个查询码")).isVisible();
      reads.abort();
      lookUp(page, code);
      assertThat(page.getByText(NO_NETWORK)).isVisible();
      reads.refuse();
      lookUp(page, code);
      assertThat(page.getByText(Reads.TRACE)).isVisible();
      reads.hold();
      lookUp(page, code);
      assertThat(page.getByText("正在查询…")).isVisible();
      reads.pass();
      assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("办理进度")))
          .isVisible();
      assertEquals(
          List.of(), resident.complaints("status of 404", "net::ERR_FAILED", "status of 503"));
    }
  }

  private static void lookUp(Page page, String code) {
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("查询码")).fill(code);
    press(page, "查询");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
