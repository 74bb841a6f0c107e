package org.bihuan.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** The pages that the menu offers, each with somebody who has it there. */
public final class ConsolePages {

  private ConsolePages() {}

  /** By address below {@code /console}, in the order of roles and menus. */
  public static Map<String, Role> byMenu(Chromium chromium) {
    Map<String, Role> pages = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      try (Visitor visitor = chromium.login(Identity.of(role))) {
        menu(visitor).forEach(address -> pages.putIfAbsent(address, role));
      }
    }
    return pages;
  }

  /** What the menu offers to somebody, as addresses below {@code /console}. */
  public static List<String> menu(Visitor visitor) {
    List<String> addresses = new ArrayList<>();
    for (Locator link :
        visitor.page().getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK).all()) {
      addresses.add(link.getAttribute("href").replaceFirst("^/console", ""));
    }
    return addresses;
  }
}
