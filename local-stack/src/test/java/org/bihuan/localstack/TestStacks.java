package org.bihuan.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.parts.Part;

/** Empty stack directories, and a look at what runs in them, for the tests of this module. */
public final class TestStacks {
  private TestStacks() {}

  /** A directory in which no earlier run has left files or processes. */
  public static Layout empty(String name) {
    Path module = Path.of("").toAbsolutePath();
    Layout layout =
        new Layout(
            Layout.findRoot(module), module.resolve("target").resolve("stacks").resolve(name));
    Stack.clear(layout);
    return layout;
  }

  /** The process of a running part and all that it has started. */
  public static List<ProcessHandle> withChildren(Part part) {
    ProcessHandle process = ProcessHandle.of(part.pid().orElseThrow()).orElseThrow();
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  /** True when none of them runs any more; a zombie has no command line. */
  public static boolean haveEnded(List<ProcessHandle> processes) {
    return processes.stream().allMatch(process -> process.info().commandLine().isEmpty());
  }
}
