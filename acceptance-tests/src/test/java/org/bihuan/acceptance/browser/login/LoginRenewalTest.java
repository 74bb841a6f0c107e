package org.bihuan.acceptance.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.browser.Chromium;
import org.bihuan.acceptance.browser.InBrowser;
import org.bihuan.acceptance.browser.Visitor;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a login at an OpenID provider that is silent, out of order, or says no. The
 * provider is not ours; here the browser meets its answers at an address of the stack. Its real
 * ones are met in {@link KeycloakLoginTest}.
 */
@InBrowser
class LoginRenewalTest {
  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK);
  private static final String PAGE = "/console/complaints";
  private static final int LONG_AGO = -3600;

  /** Within the minute before its end a token is renewed. */
  private static final int SOON = 50;

  /** Two requests to the provider, each of four seconds, and the page. */
  private static final LocatorAssertions.IsVisibleOptions SLOWLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

  private static final String BECOMES_A_LOGIN_AT_THE_PROVIDER =
      """
      ([key, seconds]) => {
        const { token } = JSON.parse(sessionStorage.getItem('bihuan.session'));
        sessionStorage.setItem(key, JSON.stringify({
          access_token: token, refresh_token: 'once', token_type: 'Bearer', scope: 'openid',
          profile: { sub: 'somebody' }, expires_at: Math.floor(Date.now() / 1000) + seconds,
        }));
        sessionStorage.removeItem('bihuan.session');
      }
      """;

  private static final String TOKEN_IS =
      "(token) => JSON.parse(sessionStorage.getItem('bihuan.session') ?? '{}').token === token";

  private static final Consumer<Route> SILENT = route -> {};
  private static final Consumer<Route> OUT_OF_ORDER =
      route -> answer(route, 503, "{\"error\": \"temporarily_unavailable\"}");
  private static final Consumer<Route> ENDED =
      route -> answer(route, 400, "{\"error\": \"invalid_grant\"}");

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
  void a_silent_provider_does_not_hold_the_page() {
    try (Visitor clerk = chromium.login(CLERK)) {
      Provider provider = new Provider(clerk, LONG_AGO);
      provider.says(SILENT);
      clerk.page().navigate(PAGE);
      assertThat(heading(clerk.page(), "登录闭环")).isVisible(SLOWLY);
      assertEquals(1, provider.asked.size());
    }
  }

  @Test
  void a_login_that_could_not_be_renewed_is_taken_up_again_with_the_network() {
    try (Visitor clerk = chromium.login(CLERK)) {
      Provider provider = new Provider(clerk, LONG_AGO);
      provider.says(OUT_OF_ORDER);
      clerk.page().navigate(PAGE);
      assertThat(heading(clerk.page(), "登录闭环")).isVisible();
      provider.says(provider::grants);
      loseTheNetworkForAMoment(clerk.context());
      assertThat(clerk.page().getByRole(AriaRole.NAVIGATION)).isVisible();
      assertThat(clerk.page()).hasURL(Pattern.compile(".*" + PAGE));
    }
  }

  @Test
  void a_provider_out_of_order_ends_no_login() {
    try (Visitor clerk = chromium.login(CLERK)) {
      Provider provider = new Provider(clerk, SOON);
      provider.says(OUT_OF_ORDER);
      clerk.open("/complaints");
      clerk.page().waitForCondition(() -> !provider.asked.isEmpty());
      clerk.page().getByRole(AriaRole.BUTTON, named("刷新")).click();
      clerk.awaitContent();
      assertThat(clerk.page().getByRole(AriaRole.DIALOG)).isHidden();
      provider.says(provider::grants);
      loseTheNetworkForAMoment(clerk.context());
      clerk.page().waitForFunction(TOKEN_IS, provider.next);
    }
  }

  @Test
  void a_provider_that_says_no_ends_it() {
    try (Visitor clerk = chromium.login(CLERK)) {
      new Provider(clerk, SOON).says(ENDED);
      clerk.page().navigate(PAGE);
      assertThat(clerk.page().getByRole(AriaRole.DIALOG)).containsText("登录已过期，请重新登录");
    }
  }

  /** A tab beside another begins with what that one keeps, and must leave it its way to go on. */
  @Test
  void a_tab_on_its_way_to_the_provider_renews_nothing() {
    try (Visitor clerk = chromium.login(CLERK)) {
      Provider provider = new Provider(clerk, LONG_AGO);
      provider.says(provider::grants);
      clerk.page().navigate("/console/login/beside#" + "0".repeat(8));
      clerk.page().waitForURL(provider.authority + "/authorize?**");
      assertEquals(List.of(), provider.asked);
    }
  }

  private static void loseTheNetworkForAMoment(BrowserContext context) {
    context.setOffline(true);
    context.setOffline(false);
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void answer(Route route, int status, String json) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(json));
  }

  /** The provider of a visitor whose token ends, or has ended, so many seconds from now. */
  private static final class Provider {
    final String authority = RunningStack.get().intake().address() + "/provider";
    final String next = RunningStack.get().token(CLERK);
    final List<String> asked = new CopyOnWriteArrayList<>();
    private Consumer<Route> token = SILENT;

    Provider(Visitor visitor, int seconds) {
      Page page = visitor.page();
      String config =
          (String)
              page.evaluate(
                  """
                  async (authority) => JSON.stringify({
                    ...await (await fetch('/console/config.json')).json(),
                    login: { kind: 'OIDC', authority, clientId: 'console' },
                  })
                  """,
                  authority);
      page.evaluate(
          BECOMES_A_LOGIN_AT_THE_PROVIDER, List.of("oidc.user:" + authority + ":console", seconds));
      BrowserContext context = visitor.context();
      context.route("**/console/config.json", route -> answer(route, 200, config));
      context.route(authority + "/.well-known/openid-configuration", this::describe);
      context.route(authority + "/authorize?**", route -> answer(route, 200, "{}"));
      context.route(
          authority + "/token",
          route -> {
            asked.add(route.request().postData());
            token.accept(route);
          });
    }

    void says(Consumer<Route> answer) {
      token = answer;
    }

    private void describe(Route route) {
      answer(
          route,
          200,
          """
          {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token"}
          """
              .formatted(authority));
    }

    void grants(Route route) {
      answer(
          route,
          200,
          """
          {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "refresh_token": "twice"}
          """
              .formatted(next));
    }
  }
}
