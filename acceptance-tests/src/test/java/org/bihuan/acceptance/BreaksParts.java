package org.bihuan.acceptance;

import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests that stop parts of {@link RunningStack#toBreak()}: one class at a time, beside
 * the tests on the stack that stays whole.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(BreaksParts.TURN)
public interface BreaksParts {

  /** Who holds it runs beside the tests on the stack that stays whole, and nobody else does. */
  String TURN = "beside the others";

  /** Starts what a test has stopped and not started again, however the test ended. */
  @AfterEach
  default void everything_runs_again() {
    Stack stack = RunningStack.toBreak();
    stack.postgres().start();
    stack.broker().start();
    for (ServiceName service : ServiceName.values()) {
      stack.service(service).start();
    }
  }
}
