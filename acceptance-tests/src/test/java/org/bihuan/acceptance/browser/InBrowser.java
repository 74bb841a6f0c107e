package org.bihuan.acceptance.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests of pages. Where there is no browser they are skipped and say how to get one; in continuous
 * integration they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Available.class)
public @interface InBrowser {

  /** Whether there is a browser, and a console to show in it. */
  final class Available implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
      if (Chromium.program().isPresent() || "true".equals(System.getenv("CI"))) {
        return ConditionEvaluationResult.enabled("There is a browser, or has to be.");
      }
      System.err.println("SKIPPED " + test.getDisplayName() + ": " + Chromium.HOW_TO_GET);
      return ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET);
    }
  }
}
