package org.bihuan.acceptance;

import org.bihuan.acceptance.api.DeskCategory;
import org.bihuan.localstack.Layout;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;

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
              Options.besideOthers()
                  .withServiceEnvironment(
                      DeskCategory.added(
                          layout.root(), layout.directory().resolveSibling("reference"))));
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-stack"));
    }
    return stack;
  }
}
