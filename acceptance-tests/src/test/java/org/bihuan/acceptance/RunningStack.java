package org.bihuan.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;

/** The packaged services on a real PostgreSQL and a real broker. */
public final class RunningStack {

  private static final RunningStack WHOLE = new RunningStack("stack");
  private static final RunningStack TO_BREAK = new RunningStack("stack-to-break");

  private final String folder;
  private volatile Stack stack;

  private RunningStack(String folder) {
    this.folder = folder;
  }

  /** The one for nearly all tests of the run, which leave its parts running. */
  public static Stack get() {
    return WHOLE.started();
  }

  /** The one for tests that stop parts; see {@link BreaksParts}. */
  public static Stack toBreak() {
    return TO_BREAK.started();
  }

  /** Those of the two that were asked for. */
  public static List<Stack> all() {
    return Stream.of(WHOLE, TO_BREAK).map(one -> one.stack).filter(Objects::nonNull).toList();
  }

  /** Where the two write their logs, whether they were asked for or not. */
  public static List<Path> logs() {
    return Stream.of(WHOLE, TO_BREAK).map(one -> one.layout().logs()).toList();
  }

  private Layout layout() {
    return new Layout(ProofStack.root(), Path.of("target", folder).toAbsolutePath());
  }

  /** Starts everything at the first call; the end of the run stops it. */
  private synchronized Stack started() {
    if (stack == null) {
      Layout layout = layout();
      stack =
          Stack.startEmpty(
              layout,
              Options.besideOthers().forShortLives().withServiceEnvironment(environment(layout)));
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-" + folder));
    }
    return stack;
  }

  private static Map<String, String> environment(Layout layout) {
    Map<String, String> environment =
        ProofStack.environment(
            layout.root(),
            layout.directory().resolveSibling(layout.directory().getFileName() + "-reference"));
    environment.put("BIHUAN_METRICS_PAUSE", "1s");
    environment.put("BIHUAN_INBOX_STALLED_AFTER", "5s");
    environment.put("QUARKUS_LOG_CATEGORY__ORG_BIHUAN_KIT_INBOX__LEVEL", "DEBUG");
    return environment;
  }
}
