package org.bihuan.acceptance;

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
      stack = Stack.startEmpty(Layout.ofTests(), Options.besideOthers());
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-stack"));
    }
    return stack;
  }
}
