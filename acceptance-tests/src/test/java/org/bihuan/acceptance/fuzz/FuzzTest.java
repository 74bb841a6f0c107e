package org.bihuan.acceptance.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.fuzz.Rules.Finding;
import org.bihuan.acceptance.fuzz.Rules.Rule;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;

class FuzzTest {

  private static final int CUT = 2_500;

  /** The same requests each time; {@code ./bihuan fuzz} asks others. */
  private static final long SEED = 637_094;

  private static final Path CORPUS = Path.of("src/test/resources/fuzz-corpus");
  private static final ApiDescription DESCRIPTION = ApiDescription.stored(ProofStack.root());

  @Test
  void spoilt_requests_are_answered_by_the_rules() {
    Fuzzer.Result result = new Fuzzer(DESCRIPTION, RunningStack.get(), SEED).run(CUT, line -> {});
    assertEquals(Set.of(), faults(result));
  }

  @Test
  void what_was_found_before_stays_mended() {
    Fuzzer.Result result =
        new Fuzzer(DESCRIPTION, RunningStack.get(), 1).replay(FuzzCommand.cases(CORPUS));
    assertEquals(Set.of(), faults(result));
  }

  @Test
  void an_answer_that_tells_how_a_service_is_made_is_found() {
    Set<Rule> broken =
        rules(
            500,
            "text/plain",
            "org.hibernate.exception.SQLGrammarException: could not extract ResultSet");
    assertTrue(
        broken.containsAll(Set.of(Rule.SERVER_ERROR, Rule.NO_PROBLEM, Rule.TELLS_INNARDS)),
        broken.toString());
  }

  @Test
  void an_answer_with_a_field_of_the_wrong_type_is_found() {
    assertEquals(Set.of(Rule.NOT_OF_ITS_SCHEMA), rules(200, "application/json", "{\"id\": 1}"));
    assertEquals(Set.of(Rule.UNDESCRIBED_STATUS), rules(299, "application/json", "{}"));
  }

  private static Set<Finding> faults(Fuzzer.Result result) {
    return result.findings().keySet().stream()
        // How fast is for ./bihuan fuzz and bench to say: a test that is timed fails by chance.
        .filter(finding -> finding.rule() != Rule.TOO_SLOW)
        .collect(Collectors.toSet());
  }

  private static Set<Rule> rules(int status, String type, String body) {
    Answer answer =
        new Answer(
            status,
            Map.of("Content-Type", List.of(type)),
            body.getBytes(StandardCharsets.UTF_8),
            Duration.ofMillis(1));
    return new Rules(DESCRIPTION)
            .check(
                DESCRIPTION.operation(ServiceName.DISPATCH, "getOrderItem"),
                answer,
                "zh-CN",
                status < 500)
            .stream()
            .map(Finding::rule)
            .collect(Collectors.toSet());
  }
}
