package org.bihuan.acceptance.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.util.Optional;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests of pages, all in one browser. Where there is no browser or no console they are skipped and
 * say how to get one; in continuous integration they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({InBrowser.Available.class, InBrowser.Closed.class})
public @interface InBrowser {

  /** Whether there is a browser, and a console to show in it. */
  final class Available implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
      if ("true".equals(System.getenv("CI"))) {
        return ConditionEvaluationResult.enabled("Whatever is missing has to be there.");
      }
      return missing()
          .map(
              what -> {
                System.err.println("SKIPPED " + test.getDisplayName() + ": " + what);
                return ConditionEvaluationResult.disabled(what);
              })
          .orElse(ConditionEvaluationResult.enabled("There is a browser, and a console."));
    }

    private static Optional<String> missing() {
      if (Chromium.program().isEmpty()) {
        return Optional.of(Chromium.HOW_TO_GET);
      }
      return Files.exists(Layout.ofTests().console())
          ? Optional.empty()
          : Optional.of("There is no console: install Node 20 or newer, and build again.");
    }
  }

  /** The browser is closed when the run ends. */
  final class Closed implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
      test.getRoot()
          .getStore(ExtensionContext.Namespace.create(Closed.class))
          .computeIfAbsent(AutoCloseable.class, key -> Visitors::closeBrowser, AutoCloseable.class);
    }
  }
}
