package org.bihuan.acceptance.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
  private static final String HEAD =
      """
      # Every page

      Written by `./bihuan screenshots`, with the first role that has the page in its menu.

      | Address | Page | Role | Picture |
      |---|---|---|---|
      """;

  /** What stands in an address for one record: an id, or a code of reference data. */
  private static final Pattern RECORD =
      Pattern.compile("(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9_]*[A-Z_0-9]{2,})(?=/|$)");

  private static final Map<String, Screen> OTHER_SCREENS =
      Map.of("/board", Screen.WALL, "/phone/unit", Screen.PHONE, "/phone/inspector", Screen.PHONE);

  private static final int QUALITY = 80;
  private static final double MOVING_MILLIS = 1_000;

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
    List<String> lines = new ArrayList<>();
    try (Chromium chromium = Chromium.of(stack)) {
      ConsolePages.byMenu(ConsolePages.menus(chromium))
          .forEach((address, role) -> lines.addAll(take(chromium, address, role, to)));
      try (Visitor resident = chromium.stranger(Screen.PHONE)) {
        resident.page().navigate("/r");
        resident.page().getByRole(AriaRole.HEADING).first().waitFor();
        lines.add(write(resident.page(), "Everybody", to));
      }
    }
    Files.writeString(to.resolve("pages.md"), HEAD + String.join("", lines));
    return ExitCode.OK;
  }

  /** The page, and of a list the first record that has a page as well. */
  private static List<String> take(Chromium chromium, String address, Role role, Path to) {
    List<String> lines = new ArrayList<>();
    Screen screen = OTHER_SCREENS.getOrDefault(address, Screen.DESK);
    try (Visitor visitor = chromium.login(Identity.of(role), screen)) {
      visitor.open(address);
      lines.add(write(visitor.page(), role.name(), to));
      Locator records =
          visitor.page().locator(".ant-table-row a[href^='/console" + address + "/']");
      if (records.count() > 0) {
        records.first().click();
        visitor.page().waitForURL(opened -> !opened.endsWith(address));
        visitor.awaitContent();
        lines.add(write(visitor.page(), role.name(), to));
      }
    }
    System.out.println(address);
    return lines;
  }

  /** Takes the picture as WebP, which is a third of a PNG, and gives its line of the table. */
  private static String write(Page page, String role, Path to) {
    String address = URI.create(page.url()).getPath().replaceFirst("^/console", "");
    String shown = RECORD.matcher(address).replaceAll("{id}");
    String file = shown.substring(1).replaceAll("[/{}]+", "-").replaceFirst("-$", "") + ".webp";
    // Charts and panels move into place, and nothing tells when they have arrived.
    page.waitForTimeout(MOVING_MILLIS);
    JsonObject form = new JsonObject();
    form.addProperty("format", "webp");
    form.addProperty("quality", QUALITY);
    JsonObject picture = page.context().newCDPSession(page).send("Page.captureScreenshot", form);
    try {
      Files.write(to.resolve(file), Base64.getDecoder().decode(picture.get("data").getAsString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String heading = page.getByRole(AriaRole.HEADING).first().innerText().replace('|', ' ').strip();
    return "| `%s` | %s | %s | ![%s](%s) |%n".formatted(shown, heading, role, shown, file);
  }
}
