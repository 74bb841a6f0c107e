package org.bihuan.acceptance.browser;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/**
 * One person of each role, who logs in once and goes from page to page, in the browser that all
 * tests of the run share: to log in takes longer than to look at several pages.
 */
public final class Visitors implements AutoCloseable {
  private static Chromium chromium;
  private static Map<Role, List<String>> menus;

  private final String script;
  private final Map<Role, Visitor> staying = new EnumMap<>(Role.class);

  Visitors() {
    this("// Nothing.");
  }

  /**
   * @param script what their browsers do before the application begins
   */
  Visitors(String script) {
    this.script = script;
  }

  /** On the stack that stays whole; {@link InBrowser} closes it after the last test. */
  public static Chromium chromium() {
    if (chromium == null) {
      chromium = Chromium.of(RunningStack.get());
    }
    return chromium;
  }

  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** What the menu of each role offers; looked up once. */
  static Map<Role, List<String>> menus() {
    if (menus == null) {
      menus = ConsolePages.menus(chromium());
    }
    return menus;
  }

  /** Each page of a menu with the first role that has it there. */
  static Map<String, Role> pages() {
    return ConsolePages.byMenu(menus());
  }

  Visitor of(Role role) {
    return staying.computeIfAbsent(
        role,
        known -> {
          Visitor visitor = chromium().stranger(Screen.DESK);
          visitor.context().addInitScript(script);
          visitor.logIn(RunningStack.get().loginLink(Identity.of(known)));
          return visitor;
        });
  }

  @Override
  public void close() {
    staying.values().forEach(Visitor::close);
    staying.clear();
  }
}
