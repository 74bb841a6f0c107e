package org.bihuan.acceptance.browser;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** The pages of the console, each with somebody who may see it. */
public final class ConsolePages {
  private static final Pattern ROUTE =
      Pattern.compile("(?:\\bpath: |\\b(?:tab|inner)\\('[a-z]+', )'(/[^']*)'");

  /** Pages of those whom the special team is not. */
  private static final List<String> OF_ADMIN =
      List.of("/channels", "/webhooks", "/deliveries", "/recorded-messages", "/operations");

  private ConsolePages() {}

  /**
   * All routes, as the folders of pages list them: addresses below {@code /console}, of which
   * parameters begin with a colon.
   */
  public static SortedSet<String> routes() {
    SortedSet<String> routes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ProofStack.root().resolve("web-console/src"), 2)) {
      for (Path file : files.filter(file -> file.endsWith("pages.ts")).toList()) {
        ROUTE
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> routes.add(found.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The pages of the console cannot be read.", e);
    }
    return routes;
  }

  /** What the menu of each role offers, as addresses below {@code /console}. */
  public static Map<Role, List<String>> menus(Chromium chromium) {
    Map<Role, List<String>> menus = new EnumMap<>(Role.class);
    try (Visitor nobody = chromium.stranger(Screen.DESK)) {
      for (Role role : Role.values()) {
        Visitor visitor = chromium.loginBeside(nobody, Identity.of(role));
        menus.put(role, menu(visitor));
        visitor.page().close();
      }
    }
    return menus;
  }

  /** The menu that somebody has before them. */
  @SuppressWarnings("unchecked")
  private static List<String> menu(Visitor visitor) {
    return (List<String>)
        visitor
            .page()
            .getByRole(AriaRole.NAVIGATION)
            .getByRole(AriaRole.LINK)
            .evaluateAll(
                "links => links.map(link => link.getAttribute('href').replace(/^\\/console/, ''))");
  }

  /** Each page with the first role that has it in its menu, in the order of roles and menus. */
  public static Map<String, Role> byMenu(Map<Role, List<String>> menus) {
    Map<String, Role> pages = new LinkedHashMap<>();
    menus.forEach(
        (role, addresses) -> addresses.forEach(address -> pages.putIfAbsent(address, role)));
    return pages;
  }

  /**
   * Somebody who may see the page of a route: the first who has it in the menu, else one of those
   * who look after it.
   */
  public static Role readerOf(String route, Map<String, Role> byMenu) {
    Role usual = OF_ADMIN.stream().anyMatch(route::startsWith) ? Role.ADMIN : Role.SPECIAL_TEAM;
    return byMenu.getOrDefault(route, usual);
  }
}
