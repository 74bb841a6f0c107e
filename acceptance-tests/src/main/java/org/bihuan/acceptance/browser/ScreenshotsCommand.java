package org.bihuan.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan screenshots}. */
@Command(
    name = "screenshots",
    mixinStandardHelpOptions = true,
    description =
        "Takes a picture of every page of the console of the running stack, best after './bihuan demo'."
            + " Needs Chromium.")
public final class ScreenshotsCommand implements Callable<Integer> {
  private static final Map<String, Screen> OTHER_SCREENS =
      Map.of("/board", Screen.WALL, "/phone/unit", Screen.PHONE, "/phone/inspector", Screen.PHONE);

  /** Lists whose first record is shown as well. */
  private static final List<String> DETAILED =
      List.of(
          "/order-items",
          "/orders",
          "/complaints",
          "/problems",
          "/meetings",
          "/campaigns",
          "/inspections",
          "/rechecks");

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where they go (default: docs/console of the checkout).")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Path root = ProofStack.root();
    Path to = folder == null ? root.resolve("docs/console") : folder;
    Stack stack = Stack.attach(Layout.ofCheckout(root));
    if (!stack.intake().isReady()) {
      throw new StackFailure("The services must be up: run './bihuan up --detach' first.");
    }
    Files.createDirectories(to);
    try (Chromium chromium = Chromium.of(stack)) {
      for (Map.Entry<String, Role> page :
          ConsolePages.byMenu(ConsolePages.menus(chromium)).entrySet()) {
        take(chromium, page.getKey(), page.getValue(), to);
      }
      try (Visitor resident = chromium.stranger(Screen.PHONE)) {
        resident.page().navigate("/r");
        resident.page().getByRole(AriaRole.HEADING).first().waitFor();
        write(resident.page(), to.resolve("r.png"));
      }
    }
    return ExitCode.OK;
  }

  private static void take(Chromium chromium, String address, Role role, Path to) {
    Screen screen = OTHER_SCREENS.getOrDefault(address, Screen.DESK);
    try (Visitor visitor = chromium.login(Identity.of(role), screen)) {
      visitor.open(address);
      write(visitor.page(), to.resolve(fileOf(address) + ".png"));
      Locator rows = visitor.page().locator(".ant-table-row a");
      if (DETAILED.contains(address) && rows.count() > 0) {
        rows.first().click();
        visitor.page().waitForURL(opened -> !opened.endsWith(address));
        visitor.awaitContent();
        write(visitor.page(), to.resolve(fileOf(address) + "-one.png"));
      }
    }
    System.out.println(address);
  }

  private static String fileOf(String address) {
    return address.substring(1).replace('/', '-');
  }

  private static void write(Page page, Path file) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }
}
