package org.bihuan.acceptance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One person in a browser of their own: what they see, and what their browser complains of. */
public final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 10_000;

  /** The heading is there, and nothing is loaded any more. */
  private static final String CONTENT =
      """
      () => [...document.querySelectorAll('h1')].some((heading) => heading.checkVisibility() && !heading.closest('[aria-hidden=true]'))
        && !document.querySelector('.ant-spin-spinning')
      """;

  private static final String SAID =
      "(texts) => texts.every((text) => document.body.innerText.includes(text))";

  private static final String SHOWN =
      "(selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility())";

  /**
   * Goes by way of an address that no page has: so nothing is shown or asked any more of the page
   * before, also where both have something in common, and the same page can be shown again.
   */
  private static final String SHOW =
      """
      async ([nowhere, there, patience]) => {
        const end = Date.now() + patience;
        const frame = () => new Promise((painted) => requestAnimationFrame(painted));
        const until = async (condition) => {
          while (!condition()) {
            if (Date.now() > end) {
              throw new Error(`${there}: the page before is still there`);
            }
            await frame();
          }
        };
        const go = async (to) => {
          const before = [...document.querySelectorAll('h1, .sheet > *')];
          history.pushState(null, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
          await until(() => before.every((element) => !element.isConnected));
        };
        if (location.pathname !== nowhere) {
          await go(nowhere);
        }
        await until(() => document.querySelector('.sheet h1'));
        // What was asked for the page before is forgotten a moment after it is gone.
        await frame();
        await frame();
        if (there !== nowhere) {
          await go(there);
        }
      }
      """;

  private static final String CONSOLE = "/console";
  private static final String NOWHERE = CONSOLE + "/no-such-page";

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a dialog says " + dialog.message());
          dialog.dismiss();
        });
  }

  public Page page() {
    return page;
  }

  public BrowserContext context() {
    return context;
  }

  /**
   * Opens a page of the console by its address below {@code /console}, and waits until it is there.
   */
  public void open(String path) {
    page.navigate(CONSOLE + path);
    awaitContent();
  }

  /**
   * The same as a link does it: the application stays, and only the page is another. Returns when
   * the one before is gone; what the new one shows comes.
   */
  public void show(String path) {
    page.evaluate(SHOW, List.of(NOWHERE, CONSOLE + path, PATIENCE_MILLIS));
  }

  /** Leaves the page for one that asks for nothing. */
  public void leave() {
    page.evaluate(SHOW, List.of(NOWHERE, NOWHERE, PATIENCE_MILLIS));
  }

  public void logIn(String link) {
    page.navigate(link);
    page.waitForURL(address -> !address.contains("/login"));
    awaitContent();
  }

  /** Until the page has its heading and nothing is loaded any more. */
  public void awaitContent() {
    until(CONTENT, null);
    page.waitForLoadState(LoadState.LOAD);
  }

  /** Until all of these texts can be read. */
  public void awaitText(String... texts) {
    until(SAID, List.of(texts));
  }

  /** Until something that this selects can be seen. */
  public void awaitShown(String selector) {
    until(SHOWN, selector);
  }

  /**
   * Until a function of the page says yes. It is asked at each frame: what waits for an element
   * from outside looks every half a second.
   */
  public void until(String function, Object argument) {
    page.waitForFunction(function, argument);
  }

  /**
   * What the browser complained of since the last call: errors on its console, answers that were
   * none of success, scripts that broke, dialogs.
   *
   * @param expected parts of those that a test has brought about
   */
  public List<String> complaints(String... expected) {
    List<String> since =
        complaints.stream()
            .filter(complaint -> Stream.of(expected).noneMatch(complaint::contains))
            .toList();
    complaints.clear();
    return since;
  }

  @Override
  public void close() {
    context.close();
  }
}
