package org.bihuan.acceptance.bench;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.TopicEvent;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.contract.DispatchEvent.ItemOverdue;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;

/** Counts how often and how late each item whose limit has passed was flagged and told. */
final class Flagging {

  private static final EventType OVERDUE = EventCatalogue.of(ItemOverdue.class);
  private static final Duration STEP = Duration.ofMillis(200);
  private static final double MILLIS_PER_SECOND = 1e3;

  private static final String UNFLAGGED =
      """
      (select 1 where exists (select 1 from order_item where next_attention_at < '%1$s')
        or exists (select 1 from item_task where next_attention_at < '%1$s')) unflagged
      """;

  private static final String LATE =
      """
      select count(distinct item_id), count(*), coalesce(max(late), 0),
        coalesce(percentile_cont(0.5) within group (order by late), 0)
      from (select item_id, extract(epoch from at - due_at) as late
        from item_history where action = ? and due_at < ?) flags
      """;

  private final Stack stack;
  private final Databases databases;
  private final int items;
  private final int tasks;
  private final Timestamp before;

  /**
   * @param items how many fall due
   * @param tasks how many tasks of other units do so with them
   * @param before a moment after the last of these limits and before any other
   */
  Flagging(Stack stack, int items, int tasks, Timestamp before) {
    this.stack = stack;
    this.databases = new Databases(stack.postgres());
    this.items = items;
    this.tasks = tasks;
    this.before = before;
  }

  private record Flags(long things, long times, double most, double median) {

    /** 0 when each of {@code expected} things has one flag. */
    double notOnce(long expected) {
      return Math.abs(expected - things) + (times - things);
    }
  }

  /** How long after {@code last} the flag of the last item or task was committed. */
  double secondsUntilAllAreFlagged(Instant last, Duration patience) {
    return secondsUntilNone(last, patience, UNFLAGGED.formatted(before.toInstant()));
  }

  /** How long after {@code last} its event was on the topic, and all before it. */
  double secondsUntilAllAreTold(Instant last, Duration patience) {
    return secondsUntilNone(last, patience, "(select 1 from outbox limit 1) o");
  }

  private double secondsUntilNone(Instant last, Duration patience, String rows) {
    await(rows)
        .atMost(patience)
        .pollInterval(STEP)
        .until(() -> databases.count(ServiceName.DISPATCH, rows) == 0);
    return Duration.between(last, Instant.now()).toMillis() / MILLIS_PER_SECOND;
  }

  List<Figure> figures(double flagged, double told, double mostSeconds) throws SQLException {
    Flags ofItems = flags("MARK_OVERDUE");
    Flags ofTasks = flags("MARK_TASK_OVERDUE");
    Figure.Reach none = Figure.Reach.atMost(0);
    Figure.Reach soon = Figure.Reach.atMost(mostSeconds);
    return List.of(
        figure("items flagged that fell due within a minute", ofItems.things(), null),
        figure("  of them not flagged exactly once", ofItems.notOnce(items), none),
        figure("  not told exactly once, or out of order", onTheTopic().wrong(items), none),
        figure("  tasks on them not flagged exactly once", ofTasks.notOnce(tasks), none),
        figure("  the latest flag, s after its limit", ofItems.most(), soon),
        figure("  half of the flags, s after their limit", ofItems.median(), null),
        figure("  the last flag committed, s after the last limit", Math.max(0, flagged), soon),
        figure("  the last one told, s after the last limit", Math.max(0, told), null));
  }

  private Flags flags(String action) throws SQLException {
    return databases
        .read(
            ServiceName.DISPATCH,
            LATE,
            row -> new Flags(row.getLong(1), row.getLong(2), row.getDouble(3), row.getDouble(4)),
            action,
            before)
        .get(0);
  }

  /** What was told of each item. An event that a killed relay told again is the same event. */
  private static final class Told {

    private final Set<UUID> events = new HashSet<>();
    private final Map<String, Integer> overdue = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private int inversions;

    private void take(TopicEvent event) {
      if (!events.add(event.id())) {
        return;
      }
      if (OVERDUE.name().equals(event.type())) {
        overdue.merge(event.key(), 1, Integer::sum);
      }
      if (places.merge(event.key(), event.place(), Math::max) > event.place()) {
        inversions++;
      }
    }

    /** How many of {@code expected} items were not told once, and events after a later one. */
    private double wrong(int expected) {
      long once = overdue.values().stream().filter(times -> times == 1).count();
      return Math.abs(expected - once) + (overdue.size() - once) + inversions;
    }
  }

  private Told onTheTopic() {
    Told told = new Told();
    try (Topics topics = new Topics(stack.broker())) {
      topics.read(List.of(OVERDUE.topic()), record -> told.take(TopicEvent.of(record)));
    }
    return told;
  }

  private static Figure figure(String what, double measured, Figure.Reach reach) {
    return new Figure("P6", what, List.of(measured), List.of(), reach);
  }
}
