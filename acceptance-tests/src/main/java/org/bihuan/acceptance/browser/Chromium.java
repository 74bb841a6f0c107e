package org.bihuan.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;

/** A real browser for the pages of one stack. */
public final class Chromium implements AutoCloseable {
  /** How to get one where there is none. */
  public static final String HOW_TO_GET =
      "There is no Chromium: 'apt-get install chromium fonts-wqy-microhei', or name one in CHROMIUM.";

  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Stack stack;
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Stack stack, Path program) {
    this.stack = stack;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(OPTIONS));
  }

  /** The program: the one that CHROMIUM names, or one of the usual places. */
  public static Optional<Path> program() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one for the pages of a stack.
   *
   * @throws IllegalStateException when there is none; says how to get it
   */
  public static Chromium of(Stack stack) {
    return new Chromium(stack, program().orElseThrow(() -> new IllegalStateException(HOW_TO_GET)));
  }

  /** Somebody who comes with a link of {@code ./bihuan link} and sees the first page. */
  public Visitor login(Identity who, Screen screen) {
    Visitor visitor = stranger(screen);
    visitor.logIn(stack.loginLink(who));
    return visitor;
  }

  public Visitor login(Identity who) {
    return login(who, Screen.DESK);
  }

  /**
   * The next at the same browser, in a tab of their own: a login belongs to its tab, and the files
   * of the application are there already.
   */
  Visitor loginBeside(Visitor other, Identity who) {
    Visitor visitor = new Visitor(other.context());
    visitor.logIn(stack.loginLink(who));
    return visitor;
  }

  /** Somebody without a login, on no page yet. */
  public Visitor stranger(Screen screen) {
    return new Visitor(
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(stack.intake().address())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen == Screen.PHONE)
                .setAcceptDownloads(true)));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
