package org.bihuan.localstack.parts;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;

/** A program of its own, for tests that kill it: {@code PostgresStarter ROOT DIRECTORY}. */
public final class PostgresStarter {
  private PostgresStarter() {}

  public static void main(String[] arguments) throws InterruptedException {
    Layout layout = new Layout(Path.of(arguments[0]), Path.of(arguments[1]));
    Ports.anyFree(1, false).write(layout);
    Stack.attach(layout).postgres().start();
    new CountDownLatch(1).await();
  }
}
