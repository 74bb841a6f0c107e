package org.bihuan.acceptance;

import java.util.Map;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;

/** The packaged services on a real PostgreSQL and a real broker: one for the whole test run. */
public final class RunningStack {

  private static Stack stack;

  private RunningStack() {}

  /** Starts everything at the first call; the end of the run stops it. */
  public static synchronized Stack get() {
    if (stack == null) {
      Layout layout = Layout.ofTests();
      stack =
          Stack.startEmpty(
              layout,
              Options.besideOthers().forShortLives().withServiceEnvironment(environment(layout)));
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-stack"));
    }
    return stack;
  }

  private static Map<String, String> environment(Layout layout) {
    Map<String, String> environment =
        ProofStack.environment(layout.root(), layout.directory().resolveSibling("reference"));
    environment.put("BIHUAN_METRICS_PAUSE", "1s");
    environment.put("BIHUAN_INBOX_STALLED_AFTER", "5s");
    environment.put("QUARKUS_LOG_CATEGORY__ORG_BIHUAN_KIT_INBOX__LEVEL", "DEBUG");
    return environment;
  }
}
