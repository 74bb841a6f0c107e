package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Standby;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Takes away, one promise at a time, what the promises rest on, and shows that {@code ./bihuan
 * chaos} then fails: a check that cannot fail proves nothing. Minutes long, hence only when asked
 * for.
 */
@EnabledIfSystemProperty(named = "bihuan.breakages", matches = "true")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@Isolated("as ChaosTest")
class BreakageTest {

  private static final int PER_SECOND = 20;

  @Test
  void without_the_inbox_events_told_again_do_harm() throws Exception {
    // The pause gives the topics something to tell again.
    assertBroken(
        List.of("pause-inspection", "read-all-again-intake"),
        "G5 nothing sound",
        Sabotage.Target.INBOX);
  }

  @Test
  void with_offsets_before_the_database_a_crash_loses_events() throws Exception {
    assertBroken(
        List.of("kill-before-commit-dispatch"),
        "G1 nothing is missing",
        Sabotage.Target.OFFSETS_AFTER_THE_DATABASE);
  }

  @Test
  void without_lock_and_fence_two_relays_publish_together() throws Exception {
    assertBroken(
        List.of("second-copy-intake"),
        "G3 one relay",
        Sabotage.Target.RELAY_LOCK,
        Sabotage.Target.RELAY_FENCE);
  }

  @Test
  void with_one_copy_of_each_topic_the_loss_of_a_disk_loses_events() throws Exception {
    assertBroken(
        List.of("lose-disk-kafka-1", "lose-disk-kafka-2", "lose-disk-kafka-3"),
        "G1",
        Options.besideOthers()
            .forShortLives()
            .withBrokers(Broker.CLUSTER)
            .withServiceEnvironment(
                Map.of("BIHUAN_OUTBOX_REPLICATION", "1", "BIHUAN_OUTBOX_MIN_IN_SYNC", "1")));
  }

  @Test
  void where_one_copy_acknowledges_and_any_copy_may_lead_a_killed_leader_loses_events()
      throws Exception {
    assertBroken(
        List.of("lead-alone-kafka-1", "lead-alone-kafka-2", "lead-alone-kafka-3"),
        "G1",
        Options.besideOthers()
            .forShortLives()
            .withBrokers(Broker.CLUSTER, Map.of("unclean.leader.election.enable", "true"))
            .withServiceEnvironment(Map.of("BIHUAN_OUTBOX_MIN_IN_SYNC", "1")));
  }

  @Test
  void with_a_standby_that_nobody_waits_for_a_promotion_loses_complaints() throws Exception {
    assertBroken(
        List.of("promote-standby"),
        "G1",
        Options.besideOthers().forShortLives().withStandby(Standby.ASYNCHRONOUS));
  }

  private static void assertBroken(
      List<String> faults, String promise, Sabotage.Target... takenAway) throws Exception {
    assertBroken(
        faults, promise, Options.besideOthers().withJavaOptions(SabotageAgent.options(takenAway)));
  }

  private static void assertBroken(List<String> faults, String promise, Options options)
      throws Exception {
    ChaosReport report =
        ChaosRun.run(
            new Layout(ProofStack.root(), Path.of("target/chaos-stack")),
            new ChaosRun.Plan(
                Duration.ZERO,
                1,
                PER_SECOND,
                faults,
                Duration.ZERO,
                0,
                Duration.ofSeconds(40),
                Duration.ofMinutes(3),
                false,
                Optional.empty(),
                options),
            System.out::println);
    System.out.println(report.line() + "\n" + report.broken());
    assertTrue(
        report.broken().stream().anyMatch(one -> one.startsWith(promise)),
        () -> "still: " + report.broken());
  }
}
