package org.bihuan.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every page of the menu owes to whoever opens it. */
@InBrowser
class EachPageTest {

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

  private static final Visitors VISITORS = new Visitors();
  private static final Visitors ENGLISH =
      new Visitors("localStorage.setItem('bihuan.language', 'en')");

  private static Map<Role, List<String>> menus;
  private static Map<String, Role> pages;

  @BeforeAll
  static void openTheMenus() {
    menus = Visitors.menus();
    pages = Visitors.pages();
    assertTrue(!pages.isEmpty(), "no menu has a page");
  }

  @AfterAll
  static void leave() {
    VISITORS.close();
    ENGLISH.close();
  }

  @TestFactory
  Stream<DynamicTest> it_shows_its_content_to_everybody_without_a_complaint_of_the_browser() {
    return pages.entrySet().stream()
        .map(
            page ->
                dynamicTest(
                    page.getKey() + " as " + page.getValue(),
                    () -> {
                      Visitor visitor = VISITORS.of(page.getValue());
                      visitor.show(page.getKey());
                      visitor.awaitContent();
                      assertEquals(List.of(), Barriers.seriousOn(visitor.page()));
                      visitor.leave();
                      assertEquals(List.of(), visitor.complaints());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whoever_may_not_see_it_is_told_so() {
    return pages.keySet().stream()
        .flatMap(
            address ->
                Stream.of(Role.values())
                    .filter(role -> !menus.get(role).contains(address))
                    .limit(1)
                    .map(
                        role ->
                            dynamicTest(
                                address + " as " + role,
                                () -> {
                                  Visitor visitor = VISITORS.of(role);
                                  visitor.show(address);
                                  visitor.awaitText("您没有查看这一页的权限");
                                  visitor.leave();
                                  assertEquals(List.of(), visitor.complaints());
                                })));
  }

  /** Who has chosen English reads English: the frame, headings, columns, buttons and labels. */
  @TestFactory
  Stream<DynamicTest> it_speaks_no_chinese_to_who_reads_english() {
    return pages.entrySet().stream()
        .map(
            page ->
                dynamicTest(
                    page.getKey(),
                    () -> {
                      Visitor reader = ENGLISH.of(page.getValue());
                      reader.show(page.getKey());
                      reader.awaitContent();
                      assertEquals(List.of(), reader.page().evaluate(CHINESE));
                      reader.leave();
                      assertEquals(List.of(), reader.complaints());
                    }));
  }
}
