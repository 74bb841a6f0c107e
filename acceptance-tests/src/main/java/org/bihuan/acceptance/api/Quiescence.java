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

  /** The class of SQL states for all that keeps a connection from being made. */
  private static final String CONNECTION_FAILURE = "08";

  private static final Duration STEP = Duration.ofMillis(250);
  private static final Duration SOON = Duration.ofMinutes(2);

  /** All that a service does by itself, later than what causes it. */
  private static final List<Work> WORK =
      List.of(
          new Work(ServiceName.INTAKE, "not sealed", "ledger_entry where sequence is null"),
          new Work(
              ServiceName.INTAKE,
              "not searchable",
              "ledger_entry where sequence > (select sequence from search_head)"),
          new Work(
              ServiceName.INTAKE,
              "lists not frozen",
              "weekly_list where frozen_at is null"
                  + " and now() + interval ':ahead' >= (monday + 7)::timestamp at time zone 'Asia/Shanghai'"),
          new Work(
              ServiceName.INTAKE,
              "not told to channels",
              "delivery where status = 'WAITING' and next_attempt_at < now()"),
          new Work(
              ServiceName.INTAKE,
              "being verified",
              "ledger_verification_run where status = 'RUNNING'"),
          new Work(
              ServiceName.DISPATCH,
              "items about to lapse",
              "order_item where next_attention_at < now() + interval ':ahead'"),
          new Work(
              ServiceName.DISPATCH,
              "orders of the same day about to be missed",
              "order_item where same_day_attention_at < now() + interval ':ahead'"),
          new Work(
              ServiceName.DISPATCH,
              "tasks about to lapse",
              "item_task where next_attention_at < now() + interval ':ahead'"),
          new Work(ServiceName.DISPATCH, "not told", "waiting_fact"),
          new Work(
              ServiceName.DISPATCH,
              "not delivered",
              "delivery where status = 'WAITING' and next_attempt_at < now()"),
          new Work(ServiceName.INSPECTION, "not assessed", "assessment_change"),
          new Work(ServiceName.INSPECTION, "not added up", "tally_entry"));

  private final Databases databases;
  private final Topics topics;
  private final Duration ahead;

  /**
   * @param rows what waits to be done, from the name of its table on; {@code :ahead} is how soon
   */
  private record Work(ServiceName service, String name, String rows) {}

  private Quiescence(Databases databases, Topics topics, Duration ahead) {
    this.databases = databases;
    this.topics = topics;
    this.ahead = ahead;
  }

  /**
   * Returns once everything announced is published and applied, what services do by themselves is
   * done, and no limit is about to pass. Dead letters are not waited for.
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
          .ignoreExceptionsMatching(Quiescence::isFromAPartThatHasJustComeBack)
          .until(quiet::whatIsOnItsWay, empty());
    }
  }

  /** Such a broker knows some groups only a little later, such a database takes its time. */
  private static boolean isFromAPartThatHasJustComeBack(Throwable failure) {
    return failure instanceof ExecutionException
        || failure instanceof SQLException answer
            && answer.getSQLState() != null
            && answer.getSQLState().startsWith(CONNECTION_FAILURE);
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
    for (Work work : WORK) {
      note(
          onItsWay,
          work.service(),
          work.name(),
          databases.count(work.service(), work.rows().replace(":ahead", ahead.toSeconds() + " s")));
    }
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
