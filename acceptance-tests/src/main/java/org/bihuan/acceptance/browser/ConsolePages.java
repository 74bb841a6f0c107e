package org.bihuan.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** The pages that the menu offers, each with somebody who has it there. */
public final class ConsolePages {

  private ConsolePages() {}

  /** What the menu of each role offers, as addresses below {@code /console}. */
  public static Map<Role, List<String>> menus(Chromium chromium) {
    Map<Role, List<String>> menus = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      try (Visitor visitor = chromium.login(Identity.of(role))) {
        menus.put(role, menu(visitor));
      }
    }
    return menus;
  }

  /** Each page with the first role that has it in its menu, in the order of roles and menus. */
  public static Map<String, Role> byMenu(Map<Role, List<String>> menus) {
    Map<String, Role> pages = new LinkedHashMap<>();
    menus.forEach(
        (role, addresses) -> addresses.forEach(address -> pages.putIfAbsent(address, role)));
    return pages;
  }

  private static List<String> menu(Visitor visitor) {
    List<String> addresses = new ArrayList<>();
    for (Locator link :
        visitor.page().getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK).all()) {
      addresses.add(link.getAttribute("href").replaceFirst("^/console", ""));
    }
    return addresses;
  }
}
