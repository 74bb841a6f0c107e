package org.bihuan.acceptance.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What keeps people with a screen reader, or without a mouse, from using a page, as axe finds it.
 */
final class Barriers {
  private static final String AXE = source();

  /**
   * Its builder for Java opens a second page for each analysis; asked directly it takes a tenth. A
   * colour on its way to another one is nobody's contrast, so what moves is at its end first; what
   * has none goes on.
   */
  private static final String ASK =
      """
      async () => {
        document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity).forEach((one) => one.finish());
        return (await axe.run(document, { resultTypes: ['violations'] })).violations
        .filter((rule) => ['serious', 'critical'].includes(rule.impact) && rule.id !== 'scrollable-region-focusable')
        .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
      }
      """;

  private Barriers() {}

  /** The serious ones, each with its rule and its place. */
  @SuppressWarnings("unchecked")
  static List<String> seriousOn(Page page) {
    if (!(Boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(AXE);
    }
    return (List<String>) page.evaluate(ASK);
  }

  private static String source() {
    try (InputStream axe = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("axe is in its library", e);
    }
  }
}
