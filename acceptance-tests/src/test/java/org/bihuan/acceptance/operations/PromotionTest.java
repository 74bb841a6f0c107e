package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.parts.Standby;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** "A standby" of docs/operations.md: the script that operators call when the primary is lost. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(BreaksParts.TURN)
class PromotionTest {

  private static final Path SCRIPT = ProofStack.root().resolve("operations/postgres/promote.sh");

  private final Layout layout =
      new Layout(ProofStack.root(), Path.of("target/stack-promotion").toAbsolutePath());

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void after_a_promotion_the_services_go_on_with_everything_that_was_answered() throws Exception {
    requirePsql();
    try (Stack stack =
        Stack.startEmpty(
            layout, Options.besideOthers().forShortLives().withStandby(Standby.SYNCHRONOUS))) {
      Loop loop = new Loop(stack);
      Postgres lost = stack.databases().get(0);
      Postgres standby = stack.databases().get(1);
      List<String> problems = new ArrayList<>();
      problems.add(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")));

      assertRefused("The primary still answers", call(standby, lost));
      assertRefused("The primary still answers", call("nobody's", standby, lost));
      lost.kill();
      assertRefused("The standby does not answer.", call(lost, lost));
      Called promoted = call(standby, lost);
      assertEquals(0, promoted.code(), promoted.told());
      assertTrue(promoted.told().contains("It is the primary now."), promoted.told());
      assertRefused("This is no standby, but a primary already.", call(standby, lost));

      await().atMost(Loop.PATIENCE).until(stack.intake()::isReady);
      problems.add(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶又漏雨")));
      problems.forEach(problem -> loop.awaitItem(problem, "ISSUED"));
    }
  }

  private static void assertRefused(String why, Called refused) {
    assertEquals(1, refused.code(), refused.told());
    assertTrue(refused.told().contains(why), refused.told());
  }

  private record Called(int code, String told) {}

  private static Called call(Postgres standby, Postgres primary)
      throws IOException, InterruptedException {
    return call(standby.password(), standby, primary);
  }

  private static Called call(String password, Postgres standby, Postgres primary)
      throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(SCRIPT.toString(), connection(standby), connection(primary))
            .redirectErrorStream(true);
    script.environment().put("PGPASSWORD", password);
    Process process = script.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Called(process.waitFor(), told);
  }

  private static String connection(Postgres server) {
    return "host=127.0.0.1 port=%d user=%s".formatted(server.port(), server.username());
  }

  private static void requirePsql() {
    if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .noneMatch(there -> Files.isExecutable(Path.of(there, "psql")))) {
      String what = "psql is not on the path: the promotion of a standby is not tested";
      if (System.getenv("CI") != null) {
        fail(what);
      }
      abort(what);
    }
  }
}
