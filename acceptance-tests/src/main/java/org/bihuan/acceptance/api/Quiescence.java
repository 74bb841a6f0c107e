package org.bihuan.acceptance.api;

import static org.hamcrest.Matchers.empty;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;

/** The state in which nothing is on its way: what is stored then stays as it is. */
public final class Quiescence {

  private static final Duration STEP = Duration.ofMillis(250);
  private static final Duration SOON = Duration.ofMinutes(2);

  private final Databases databases;
  private final Topics topics;
  private final Duration ahead;

  private Quiescence(Databases databases, Topics topics, Duration ahead) {
    this.databases = databases;
    this.topics = topics;
    this.ahead = ahead;
  }

  /**
   * Returns once everything announced is published and applied, no limit is about to pass the
   * ledger is sealed and its texts can be found. Dead letters are not waited for.
   */
  public static void awaitIn(Stack stack, Duration patience) {
    await(stack, patience, SOON);
  }

  /**
   * The same, with limits that pass later left alone, however soon: of thousands of open items
   * there is always one about to lapse.
   */
  public static void awaitForNowIn(Stack stack, Duration patience) {
    await(stack, patience, Duration.ZERO);
  }

  private static void await(Stack stack, Duration patience, Duration ahead) {
    try (Topics topics = new Topics(stack.broker())) {
      Quiescence quiet = new Quiescence(new Databases(stack.postgres()), topics, ahead);
      Awaitility.await("nothing is on its way")
          .atMost(patience)
          .pollInterval(STEP)
          // A broker that has just come back knows some groups only a little later.
          .ignoreExceptionsInstanceOf(ExecutionException.class)
          .until(quiet::whatIsOnItsWay, empty());
    }
  }

  /**
   * Looks at the readers first and at the outboxes after them: when nothing was published between
   * the two ends of the look, no reader can have been given anything new meanwhile.
   */
  private List<String> whatIsOnItsWay()
      throws SQLException, ExecutionException, InterruptedException {
    List<String> onItsWay = new ArrayList<>();
    Map<TopicPartition, Long> ends = topics.ends();
    for (ServiceName service : ServiceName.values()) {
      note(onItsWay, service, "unread", topics.unread(service, ends));
    }
    for (ServiceName service : ServiceName.values()) {
      note(onItsWay, service, "in the outbox", databases.count(service, "outbox"));
    }
    note(
        onItsWay,
        ServiceName.DISPATCH,
        "about to lapse",
        databases.count(
            ServiceName.DISPATCH,
            "order_item where next_attention_at < now() + interval '"
                + ahead.toSeconds()
                + " seconds'"));
    note(
        onItsWay,
        ServiceName.INTAKE,
        "not sealed",
        databases.count(ServiceName.INTAKE, "ledger_entry where sequence is null"));
    note(
        onItsWay,
        ServiceName.INTAKE,
        "not searchable",
        databases.count(
            ServiceName.INTAKE,
            "ledger_entry where sequence > (select sequence from search_head)"));
    if (!topics.ends().equals(ends)) {
      onItsWay.add("published a moment ago");
    }
    return onItsWay;
  }

  private static void note(List<String> onItsWay, ServiceName service, String what, long count) {
    if (count > 0) {
      onItsWay.add(service.partName() + ": " + count + " " + what);
    }
  }
}
