package org.bihuan.localstack;

import java.nio.file.Path;

/** Empty stack directories for the tests of this module. */
final class TestStacks {
  private TestStacks() {}

  /** A directory in which no earlier run has left files or processes. */
  static Layout empty(String name) {
    Path module = Path.of("").toAbsolutePath();
    Layout layout =
        new Layout(
            Layout.findRoot(module), module.resolve("target").resolve("stacks").resolve(name));
    Stack.clear(layout);
    return layout;
  }
}
