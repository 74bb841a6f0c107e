package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was told once is told again, all of it, and nothing changes anywhere. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class ReplayTest implements BreaksParts {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Stack stack = RunningStack.toBreak();
  private final Loop loop = new Loop(stack);
  private final Databases databases = new Databases(stack.postgres());

  /** One problem in each state that another service's event leads to. */
  @BeforeEach
  void every_kind_of_fact_has_been_told() {
    issued();
    Item accepted = issued();
    loop.rectify(accepted);
    Item failed = issued();
    loop.rectify(failed);
    loop.recheck(loop.awaitRecheck(failed.text("problemId")), "NOT_RECTIFIED")
        .then()
        .statusCode(200);
    loop.awaitItem(failed.text("problemId"), "REWORK");
    Item passed = issued();
    loop.rectify(passed);
    loop.recheck(loop.awaitRecheck(passed.text("problemId")), "PASSED").then().statusCode(200);
    loop.awaitItem(passed.text("problemId"), "WRITTEN_OFF");
    Quiescence.awaitIn(stack, PATIENCE);
  }

  @Test
  void a_service_that_reads_everything_from_the_beginning_changes_nothing() throws Exception {
    Map<String, String> before = databases.content();
    try (Topics topics = new Topics(stack.broker())) {
      for (ServiceName name : ServiceName.values()) {
        ServiceProcess service = stack.service(name);
        service.stop();
        topics.forgetWhatWasRead(name);
        service.start();
      }
    }
    Quiescence.awaitIn(stack, PATIENCE);
    assertNothingChangedSince(before);
  }

  @Test
  void an_event_that_comes_a_second_time_changes_nothing() throws Exception {
    Map<String, String> before = databases.content();
    try (Topics topics = new Topics(stack.broker())) {
      List<ConsumerRecord<byte[], byte[]>> told = topics.records(EventCatalogue.topics());
      topics.sendAgain(told);
      Quiescence.awaitIn(stack, PATIENCE);
      assertEquals(2 * told.size(), topics.records(EventCatalogue.topics()).size());
    }
    assertNothingChangedSince(before);
  }

  private Item issued() {
    return loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
  }

  private void assertNothingChangedSince(Map<String, String> before) throws Exception {
    Map<String, String> changed = databases.content();
    changed.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
    assertEquals(Map.of(), changed);
    assertEquals(List.of(), databases.deadLetters());
  }
}
