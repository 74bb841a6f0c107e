package org.bihuan.acceptance.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            + " Makes a record where a page of one has none. Needs Chromium.")
public final class ScreenshotsCommand implements Callable<Integer> {
  private static final String HEAD =
      """
      # Every page

      Written by `./bihuan screenshots`: every route, with the first role that has the page in its menu, else with one that looks after
      it. Of a route with a parameter the first record to which a page leads, or one made for the picture.

      | Route | Page | Role | Picture |
      |---|---|---|---|
      """;

  private static final String PAGES = "pages.md";
  private static final Pattern PICTURE = Pattern.compile("\\(([\\w-]+\\.webp)\\)");
  private static final Pattern PARAMETER = Pattern.compile(":[^/]+");
  private static final String LINKS =
      """
      () => [...document.querySelectorAll('a[href^="/console/"]')].map((link) => new URL(link.href).pathname)
        .concat(location.pathname)
        .map((path) => path.replace(/^\\/console/, ''))
      """;

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
    Set<String> before = pictures(to.resolve(PAGES));
    Map<String, String> lines = new TreeMap<>();
    try (Chromium chromium = Chromium.of(stack)) {
      takeAll(stack, chromium, to, lines);
      try (Visitor resident = chromium.stranger(Screen.PHONE)) {
        resident.page().navigate("/r");
        resident.page().getByRole(AriaRole.HEADING).first().waitFor();
        lines.put("/r", write(resident.page(), "/r", "Everybody", to));
      }
    }
    Files.writeString(to.resolve(PAGES), HEAD + String.join("", lines.values()));
    before.removeAll(pictures(to.resolve(PAGES)));
    for (String orphan : before) {
      Files.deleteIfExists(to.resolve(orphan));
    }
    return ExitCode.OK;
  }

  /** The pictures that a table shows; none where there is no table yet. */
  private static Set<String> pictures(Path table) throws IOException {
    Set<String> pictures = new TreeSet<>();
    if (Files.exists(table)) {
      PICTURE
          .matcher(Files.readString(table))
          .results()
          .forEach(found -> pictures.add(found.group(1)));
    }
    return pictures;
  }

  /** Page by page: those seen lead to the records of the others. */
  private static void takeAll(Stack stack, Chromium chromium, Path to, Map<String, String> lines) {
    Map<String, Role> byMenu = ConsolePages.byMenu(ConsolePages.menus(chromium));
    Map<String, Visitor> visitors = new HashMap<>();
    SortedSet<String> routes = ConsolePages.routes();
    Set<String> links = new LinkedHashSet<>();
    int known;
    do {
      known = lines.size();
      for (String route : routes) {
        Optional<String> address =
            lines.containsKey(route) || route.equals(RealPages.OF_ONE_EVALUATION)
                ? Optional.empty()
                : address(route, routes, links);
        if (address.isPresent()) {
          Role role = ConsolePages.readerOf(route, byMenu);
          Visitor visitor = visitor(route, role, chromium, visitors);
          visitor.show(address.get());
          visitor.awaitContent();
          links.addAll(linksOn(visitor.page()));
          // A record that has no such page leads elsewhere, as an order that is no draft.
          if (!route.contains(":") || visitor.page().url().endsWith(address.get())) {
            lines.put(route, write(visitor.page(), route, role.name(), to));
            System.out.println(route);
          }
        }
      }
    } while (lines.size() > known);
    routes.removeAll(lines.keySet());
    RealPages made = new RealPages(stack, routes);
    for (String route : routes) {
      Role role = ConsolePages.readerOf(route, byMenu);
      Visitor visitor = visitor(route, role, chromium, visitors);
      visitor.show(made.addressOf(route));
      visitor.awaitContent();
      lines.put(route, write(visitor.page(), route, role.name(), to));
      System.out.println(route);
    }
    visitors.values().forEach(Visitor::close);
  }

  private static Visitor visitor(
      String route, Role role, Chromium chromium, Map<String, Visitor> visitors) {
    Screen screen = OTHER_SCREENS.getOrDefault(route, Screen.DESK);
    return visitors.computeIfAbsent(
        role + " " + screen, key -> chromium.login(Identity.of(role), screen));
  }

  @SuppressWarnings("unchecked")
  private static List<String> linksOn(Page page) {
    return (List<String>) page.evaluate(LINKS);
  }

  /** Where a route leads, as far as a link has told: to exactly that, or to the record above it. */
  private static Optional<String> address(
      String route, Set<String> routes, Collection<String> links) {
    if (!route.contains(":")) {
      return Optional.of(route);
    }
    int rest = route.indexOf('/', route.lastIndexOf(':'));
    String end = rest < 0 ? "" : route.substring(rest);
    String record =
        PARAMETER.matcher(route.substring(0, route.length() - end.length())).replaceAll("[^/]+");
    return Stream.of(record + end + "$", record + "(?=/|$)")
        .map(Pattern::compile)
        .flatMap(
            wanted ->
                links.stream()
                    .map(wanted::matcher)
                    .filter(Matcher::lookingAt)
                    .map(Matcher::group)
                    .filter(found -> !routes.contains(found)))
        .findFirst()
        .map(found -> found.endsWith(end) ? found : found + end);
  }

  /** Takes the picture as WebP, which is a third of a PNG, and gives its line of the table. */
  private static String write(Page page, String route, String role, Path to) {
    String file = route.substring(1).replaceAll("[/:]+", "-") + ".webp";
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
    return "| `%s` | %s | %s | ![%s](%s) |%n".formatted(route, heading, role, route, file);
  }
}
