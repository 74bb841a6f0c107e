package org.bihuan.acceptance.chaos;

import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.AfterEach;

/** Starts what a test has stopped and not started again, however the test ended. */
interface LeavesTheStackWhole {

  @AfterEach
  default void everything_runs_again() {
    Stack stack = RunningStack.get();
    stack.postgres().start();
    stack.broker().start();
    for (ServiceName service : ServiceName.values()) {
      stack.service(service).start();
    }
  }
}
