package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What would attack nothing, or nothing that there is, is refused before anything starts. */
class ChaosCommandTest {

  @ParameterizedTest
  @CsvSource({
    "--minutes, 0, --minutes is 1 to 1440",
    "--minutes, 1441, --minutes is 1 to 1440",
    "--rate, 0, --rate is 1 to 1000",
    "--rate, 1001, --rate is 1 to 1000",
    "--brokers, 2, --brokers is 1 or 3",
    "--mutations, -1, --mutations is 0 to 1000000",
    "--mutations, 1000001, --mutations is 0 to 1000000"
  })
  void a_number_out_of_its_range_is_refused(String option, String value, String reason) {
    ChaosCommand command = new ChaosCommand();
    new CommandLine(command).parseArgs(option, value);

    StackFailure refusal = assertThrows(StackFailure.class, command::call);

    assertEquals(reason + ", not " + value + ".", refusal.getMessage());
  }

  @Test
  void a_fault_that_there_is_not_is_refused_and_what_an_earlier_run_left_stays(@TempDir Path folder)
      throws IOException {
    Path left = Files.createFile(folder.resolve("left"));
    ChaosRun.Plan plan =
        new ChaosRun.Plan(
            Duration.ZERO,
            1,
            1,
            List.of("kill-intake", "kill-nobody"),
            Duration.ZERO,
            0,
            Duration.ZERO,
            Duration.ZERO,
            false,
            Optional.empty(),
            Options.besideOthers());

    StackFailure refusal =
        assertThrows(
            StackFailure.class,
            () -> ChaosRun.run(new Layout(ProofStack.root(), folder), plan, System.out::println));

    assertTrue(
        refusal.getMessage().startsWith("There are these faults: kill-intake"),
        refusal.getMessage());
    assertTrue(Files.exists(left), "nothing may be touched");
  }
}
