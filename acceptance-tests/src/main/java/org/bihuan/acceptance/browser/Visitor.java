package org.bihuan.acceptance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;

/** One person in a browser of their own: what they see, and what their browser complains of. */
public final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 10_000;

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
    page.navigate("/console" + path);
    awaitContent();
  }

  void logIn(String link) {
    page.navigate(link);
    page.waitForURL(address -> !address.contains("/login"));
    awaitContent();
  }

  /** Until the page has its heading and nothing is loaded any more. */
  public void awaitContent() {
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first().waitFor();
    page.locator(".ant-spin-spinning")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.waitForLoadState(LoadState.LOAD);
  }

  /**
   * What the browser complained of since the last call: errors on its console, scripts that broke,
   * dialogs.
   */
  public List<String> complaints() {
    List<String> since = List.copyOf(complaints);
    complaints.clear();
    return since;
  }

  @Override
  public void close() {
    context.close();
  }
}
