package org.bihuan.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who has chosen English reads English: the frame, headings, columns, buttons and labels. */
@InBrowser
class EnglishTest {
  /** Chinese in words of the console; what people typed and what things are called stays. */
  private static final String CHINESE =
      """
      () => [...document.querySelectorAll('header, nav a, h1, h2, h3, th, button, label, legend, .ant-tabs-tab, .ant-empty-description, .ant-card-head-title, .ant-segmented-item, .ant-select-placeholder')]
        .filter((element) => element.checkVisibility() && !element.closest('tbody, .phone-card'))
        .map((element) => element.innerText.replace('中文', '').trim())
        .concat([...document.querySelectorAll('[aria-label], [placeholder]')]
          .filter((element) => !element.closest('tbody, .phone-card'))
          .flatMap((element) => [element.getAttribute('aria-label'), element.getAttribute('placeholder')]))
        .filter((text) => /[\\u4e00-\\u9fff]/.test(text))
      """;

  private static Chromium chromium;
  private static Map<String, Role> menu;
  private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);

  @BeforeAll
  static void openTheMenus() {
    chromium = Chromium.of(RunningStack.get());
    menu = ConsolePages.byMenu(ConsolePages.menus(chromium));
  }

  @AfterAll
  static void leave() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> no_page_speaks_chinese_to_who_reads_english() {
    return menu.entrySet().stream()
        .map(
            page ->
                dynamicTest(
                    page.getKey(),
                    () -> {
                      Visitor visitor = reader(page.getValue());
                      visitor.open(page.getKey());
                      assertEquals(List.of(), visitor.page().evaluate(CHINESE));
                    }));
  }

  private static Visitor reader(Role role) {
    return VISITORS.computeIfAbsent(
        role,
        known -> {
          Visitor visitor = chromium.login(Identity.of(known));
          visitor.context().addInitScript("localStorage.setItem('bihuan.language', 'en')");
          return visitor;
        });
  }
}
