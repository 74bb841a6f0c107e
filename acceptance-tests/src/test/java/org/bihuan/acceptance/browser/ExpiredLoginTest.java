package org.bihuan.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** A login ends while somebody works: what was typed stays for them, and for nobody else. */
@InBrowser
class ExpiredLoginTest {
  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK);
  private static final String TYPED = "楼顶漏雨, 已一周无人处理。";

  /** Another signature than the one it was given. */
  private static final String SPOIL =
      """
      () => {
        const session = JSON.parse(sessionStorage.getItem('bihuan.session'));
        sessionStorage.setItem('bihuan.session', JSON.stringify({ ...session, token: session.token.slice(0, -8) + 'AAAAAAAA' }));
      }
      """;

  @Test
  void the_same_person_goes_on_where_they_were() {
    try (Visitor clerk = Visitors.chromium().login(CLERK)) {
      loginExpiresWhileTyping(clerk);
      logInAgain(clerk.page(), CLERK);
      assertThat(dialog(clerk.page())).isHidden();
      assertThat(clerk.page().getByLabel("诉求内容")).hasValue(TYPED);
      assertEquals(List.of(), clerk.complaints("status of 401"));
    }
  }

  @Test
  void another_person_finds_nothing_of_it() {
    try (Visitor clerk = Visitors.chromium().login(CLERK)) {
      loginExpiresWhileTyping(clerk);
      logInAgain(clerk.page(), Identity.of(Role.SPECIAL_TEAM));
      clerk.page().waitForURL("**/workbench");
      // By the menu: the application of before goes on, and would show what it has kept.
      clerk.page().getByRole(AriaRole.NAVIGATION).getByText("登记诉求").click();
      assertThat(clerk.page().getByLabel("诉求内容")).hasValue("");
      assertEquals(List.of(), clerk.complaints("status of 401"));
    }
  }

  @Test
  void a_page_opened_with_a_login_that_no_service_takes_asks_for_another() {
    try (Visitor clerk = Visitors.chromium().login(CLERK)) {
      clerk.page().evaluate(SPOIL);
      clerk.page().navigate("/console/complaints");
      assertThat(clerk.page().getByText("登录已过期，请重新登录")).isVisible();
      logInAgain(clerk.page(), CLERK);
      assertThat(clerk.page().getByRole(AriaRole.NAVIGATION)).isVisible();
      assertEquals(List.of(), clerk.complaints("status of 401"));
    }
  }

  private static void loginExpiresWhileTyping(Visitor clerk) {
    clerk.open("/complaints/new");
    try (Reads reads = new Reads(clerk.page())) {
      reads.expire();
      clerk.page().getByLabel("诉求内容").fill(TYPED);
      assertThat(dialog(clerk.page())).containsText("登录已过期，请重新登录");
    }
  }

  private static void logInAgain(Page page, Identity who) {
    page.getByLabel("登录链接或登录码").fill(RunningStack.get().loginLink(who));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录").setExact(true))
        .click();
  }

  private static Locator dialog(Page page) {
    return page.getByRole(AriaRole.DIALOG);
  }
}
