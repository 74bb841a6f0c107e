package org.bihuan.acceptance.rights;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.chaos.SabotageAgent;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Shows that {@code ./bihuan rights} fails when the services check no role. */
@EnabledIfSystemProperty(named = "bihuan.breakages", matches = "true")
class RemovedRightsTest {

  @Test
  void without_the_check_of_roles_the_table_is_contradicted() throws Exception {
    Path root = ProofStack.root();
    Path folder = Path.of("target/chaos-stack");
    try (Stack stack =
        Stack.startEmpty(
            new Layout(root, folder),
            Options.besideOthers()
                .withJavaOptions(SabotageAgent.withoutRoles())
                .withServiceEnvironment(
                    ProofStack.environment(root, Path.of("target/chaos-reference"))))) {
      List<String> differences =
          new RightsProof(RightsTable.written(), ApiDescription.stored(root), stack)
              .run(row -> {})
              .differences();
      System.out.println("differences=" + differences.size());
      assertTrue(
          differences.stream().anyMatch(one -> one.contains("expected -, saw A")),
          differences::toString);
    }
  }
}
