package org.bihuan.acceptance.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.browser.Chromium;
import org.bihuan.acceptance.browser.InBrowser;
import org.bihuan.acceptance.browser.Screen;
import org.bihuan.acceptance.browser.Visitor;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The login of the console at a real Keycloak, with the realm and the settings of the compose file.
 * Runs with {@code -Pkeycloak} alone: Keycloak is 160 MB to fetch and needs a minute or more to
 * start.
 */
@InBrowser
@EnabledIfSystemProperty(named = "bihuan.keycloak", matches = ".+")
@ResourceLock(BreaksParts.TURN)
class KeycloakLoginTest {
  /** The console renews a token a minute before its end: about 15 seconds after the login. */
  private static final int TOKEN_SECONDS = 75;

  private static final double PATIENCE_MILLIS = 60_000;
  private static final String ACCESS_TOKEN =
      "() => JSON.parse(sessionStorage.getItem('bihuan.session')).token";

  private static Keycloak keycloak;
  private static Stack stack;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    keycloak = new Keycloak(Path.of(System.getProperty("bihuan.keycloak")));
    stack =
        Stack.startEmpty(
            new Layout(ProofStack.root(), Path.of("target/stack-keycloak").toAbsolutePath()),
            Options.besideOthers().forShortLives().withServiceEnvironment(settings()));
    keycloak.start(
        stack.intake().address(), realm -> realm.put("accessTokenLifespan", TOKEN_SECONDS));
    chromium = Chromium.of(stack);
  }

  @AfterAll
  static void stop() {
    Stream.of(chromium, keycloak, stack).forEach(KeycloakLoginTest::close);
  }

  private static void close(AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As in the compose file, but for the ports. */
  private static Map<String, String> settings() {
    return Map.of(
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keycloak.keys(),
        "MP_JWT_VERIFY_ISSUER", keycloak.issuer(),
        "MP_JWT_VERIFY_AUDIENCES", "bihuan",
        "BIHUAN_CONSOLE_LOGIN_KIND", "OIDC",
        "BIHUAN_CONSOLE_LOGIN_SERVER", keycloak.address(),
        "BIHUAN_CONSOLE_LOGIN_PATH", "/realms/bihuan",
        "BIHUAN_CONSOLE_LOGIN_CLIENT_ID", "bihuan-console",
        "BIHUAN_MINI_PROGRAM_STAND_IN", "false");
  }

  @Test
  void each_service_knows_who_logs_in_and_the_menu_is_theirs() {
    try (Visitor office = chromium.stranger(Screen.DESK)) {
      logIn(office, "subdistrict");

      assertThat(office.page().getByRole(AriaRole.BANNER)).containsText("subdistrict");
      assertThat(menu(office)).containsText("督办事项");
      assertFalse(menu(office).innerText().contains("组织机构"));
      for (ServiceName service : ServiceName.values()) {
        me(service, (String) office.page().evaluate(ACCESS_TOKEN))
            .statusCode(200)
            .body("subject", equalTo("subdistrict"))
            .body("roles", equalTo(List.of("SUBDISTRICT")))
            .body("unit", equalTo("SUBDISTRICT_370203021"))
            .body("subdistricts", equalTo(List.of("370203021")))
            .body("missingClaims", equalTo(List.of()));
      }
      office.open("/order-items");
      office.open("/rechecks");
      assertEquals(List.of(), office.complaints());
    }
    try (Visitor clerk = chromium.stranger(Screen.DESK)) {
      logIn(clerk, "channel-clerk");

      assertThat(menu(clerk)).containsText("登记诉求");
      me(ServiceName.INTAKE, (String) clerk.page().evaluate(ACCESS_TOKEN))
          .body("roles", equalTo(List.of("CHANNEL_CLERK")))
          .body("channels", equalTo(List.of("HOTLINE_12319")));
      assertEquals(List.of(), clerk.complaints());
    }
  }

  @Test
  void no_token_that_opens_anything_is_in_an_address_or_outlives_the_tab() {
    try (Visitor team = chromium.stranger(Screen.DESK)) {
      ConcurrentLinkedQueue<String> addresses = new ConcurrentLinkedQueue<>();
      team.context().onRequest((Request request) -> addresses.add(request.url()));
      logIn(team, "special-team");
      String access = (String) team.page().evaluate(ACCESS_TOKEN);
      String identity =
          (String)
              team.page()
                  .evaluate(
                      "() => JSON.parse(sessionStorage.getItem(Object.keys(sessionStorage)"
                          + ".find((key) => key.startsWith('oidc.user')))).id_token");

      assertEquals("{}", team.page().evaluate("() => JSON.stringify(localStorage)"));
      for (ServiceName service : ServiceName.values()) {
        me(service, access).statusCode(200);
        // A logout carries it to the provider, in an address.
        me(service, identity).statusCode(401);
      }
      logOut(team);
      assertTrue(addresses.stream().anyMatch(address -> address.contains(identity)));
      assertTrue(addresses.stream().noneMatch(address -> address.contains(access)));
    }
  }

  @Test
  void who_leaves_is_logged_out_at_the_provider_too() {
    try (Visitor leader = chromium.stranger(Screen.DESK)) {
      logIn(leader, "top-leader");
      assertEquals(1, keycloak.sessions("top-leader"));

      logOut(leader);

      assertEquals(0, keycloak.sessions("top-leader"));
      assertEquals("{}", leader.page().evaluate("() => JSON.stringify(sessionStorage)"));
      loginButton(leader.page()).click();
      assertThat(leader.page().locator("#password")).isVisible();
    }
  }

  @Test
  void a_login_is_renewed_beneath_a_half_filled_form() {
    try (Visitor team = chromium.stranger(Screen.DESK)) {
      logIn(team, "special-team");
      team.open("/complaints/new");
      team.page().getByLabel("诉求内容").fill("楼顶漏雨");
      Object before = team.page().evaluate(ACCESS_TOKEN);

      team.page()
          .waitForFunction(
              "(before) => JSON.parse(sessionStorage.getItem('bihuan.session')).token !== before",
              before,
              new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));

      assertThat(team.page().getByLabel("诉求内容")).hasValue("楼顶漏雨");
      me(ServiceName.DISPATCH, (String) team.page().evaluate(ACCESS_TOKEN)).statusCode(200);
      assertEquals(List.of(), team.complaints());
    }
  }

  @Test
  void a_tab_that_is_opened_again_after_the_end_of_its_token_goes_on() {
    try (Visitor team = chromium.stranger(Screen.DESK)) {
      logIn(team, "special-team");
      team.page()
          .evaluate(
              """
              () => {
                const key = Object.keys(sessionStorage).find((one) => one.startsWith('oidc.user'));
                const user = JSON.parse(sessionStorage.getItem(key));
                sessionStorage.setItem(key, JSON.stringify({ ...user, expires_at: 1 }));
                sessionStorage.removeItem('bihuan.session');
              }
              """);

      team.open("/problems");

      assertThat(menu(team)).containsText("组织机构");
      assertTrue(team.page().url().endsWith("/console/problems"), team.page().url());
      assertEquals(List.of(), team.complaints());
    }
  }

  @Test
  void when_the_provider_ends_the_session_the_page_says_so_and_waits_for_the_next_login() {
    try (Visitor team = chromium.stranger(Screen.DESK)) {
      logIn(team, "special-team");
      team.open("/complaints/new");
      team.page().getByLabel("诉求内容").fill("楼顶漏雨");
      keycloak.endSessions("special-team");

      Locator again = team.page().getByRole(AriaRole.DIALOG);
      assertThat(again)
          .containsText(
              "登录已过期", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
      Page beside =
          team.context()
              .waitForPage(
                  () -> again.getByRole(AriaRole.BUTTON).filter(named("登录")).first().click());
      fillIn(beside, "special-team");

      again.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      assertThat(team.page().getByLabel("诉求内容")).hasValue("楼顶漏雨");
      assertTrue(team.page().url().endsWith("/console/complaints/new"), team.page().url());
    }
  }

  @Test
  void who_has_to_log_in_is_led_back_to_the_page_they_asked_for() {
    try (Visitor inspector = chromium.stranger(Screen.DESK)) {
      inspector.page().navigate("/console/rechecks?status=PLANNED");
      loginButton(inspector.page()).click();
      fillIn(inspector.page(), "inspector");
      inspector.page().waitForURL("**/console/rechecks?status=PLANNED");
      inspector.awaitContent();
      assertEquals(List.of(), inspector.complaints());
    }
  }

  private static void logIn(Visitor visitor, String user) {
    visitor.page().setDefaultTimeout(PATIENCE_MILLIS);
    visitor.page().navigate("/console/");
    loginButton(visitor.page()).click();
    fillIn(visitor.page(), user);
    visitor
        .page()
        .waitForURL(
            address -> address.startsWith(stack.intake().address()) && !address.contains("/login"));
    visitor.awaitContent();
  }

  /** Keycloak's own page. */
  private static void fillIn(Page page, String user) {
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.locator("#username").fill(user);
    page.locator("#password").fill(Keycloak.PASSWORD);
    page.locator("#kc-login").click();
  }

  private static void logOut(Visitor visitor) {
    visitor.page().getByRole(AriaRole.BUTTON).filter(named("退出登录")).click();
    visitor.page().waitForURL("**/console/");
    loginButton(visitor.page()).waitFor();
  }

  private static Locator loginButton(Page page) {
    return page.getByRole(AriaRole.BUTTON).filter(named("登录")).first();
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator menu(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.NAVIGATION).first();
  }

  private static ValidatableResponse me(ServiceName service, String token) {
    return RestAssured.given()
        .auth()
        .oauth2(token)
        .get(stack.service(service).address() + "/api/v1/me")
        .then();
  }
}
