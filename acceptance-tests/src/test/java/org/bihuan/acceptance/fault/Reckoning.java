package org.bihuan.acceptance.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.acceptance.fault.NotedComplaint.Answer;
import org.bihuan.localstack.ServiceName;
import org.bihuan.localstack.Stack;

/**
 * Joins what a sender noted with what the three databases, the ledger and the topics hold, and
 * tells what is missing, what is there twice and what is in the wrong order.
 *
 * <p>Everything found is named in words, and so is everything that each answered complaint lets
 * expect: what is expected must be found once. An event counts once however often it lies on a
 * topic, since delivery there is at least once and readers go by its id.
 */
final class Reckoning {

  private static final List<String> FACTS_OF_A_PROBLEM =
      List.of("intake.problem-filed.v1", "dispatch.item-issued.v1");
  private static final List<String> FACTS_OF_A_WHOLE_ROUND =
      List.of(
          "dispatch.item-acknowledged.v1",
          "dispatch.item-replied.v1",
          "dispatch.reply-accepted.v1",
          "inspection.recheck-planned.v1",
          "inspection.recheck-passed.v1",
          "inspection.problem-written-off.v1",
          "dispatch.item-written-off.v1");

  private final Map<String, Integer> found = new HashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> duplicated = new ArrayList<>();
  private final List<String> inversions = new ArrayList<>();
  private long acked;
  private long stored;
  private long items;
  private Duration latest = Duration.ZERO;

  private Reckoning() {}

  /** Takes stock; nothing may be on its way any more. */
  static Reckoning of(Stack stack, List<NotedComplaint> noted) throws SQLException {
    Reckoning reckoning = new Reckoning();
    List<NotedComplaint> answered =
        noted.stream().filter(complaint -> complaint.answer() != null).toList();
    reckoning.acked = answered.size();
    Databases databases = new Databases(stack.postgres());
    reckoning.findIn(databases);
    try (Topics topics = new Topics(stack.broker())) {
      reckoning.findOn(topics);
    }
    answered.forEach(reckoning::expect);
    reckoning.measure(answered, databases);
    return reckoning;
  }

  List<String> missing() {
    return missing;
  }

  List<String> duplicated() {
    return duplicated;
  }

  List<String> inversions() {
    return inversions;
  }

  /** The result in one line; {@code late_max} is the longest time from an answer to its item. */
  String line() {
    return "acked=%d stored=%d items=%d missing=%d duplicated=%d inversions=%d late_max=%dms"
        .formatted(
            acked,
            stored,
            items,
            missing.size(),
            duplicated.size(),
            inversions.size(),
            latest.toMillis());
  }

  private void findIn(Databases databases) throws SQLException {
    for (String query :
        List.of(
            "select 'complaint with number ' || source_ref from complaint where source_ref is not null",
            "select 'complaint ' || id || ' with problem ' || problem_id from complaint where problem_id is not null",
            "select 'item known to problem ' || id from problem where order_item_id is not null",
            "select 'write-off known to problem ' || id from problem where status = 'WRITTEN_OFF'",
            "select kind || ' in the ledger for ' || coalesce(problem_id, complaint_id) from ledger_entry")) {
      find(databases.read(ServiceName.INTAKE, query, row -> row.getString(1)));
    }
    for (String query :
        List.of(
            "select 'item of problem ' || problem_id from order_item",
            "select 'finished item of problem ' || problem_id from order_item where status = 'WRITTEN_OFF'")) {
      find(databases.read(ServiceName.DISPATCH, query, row -> row.getString(1)));
    }
    for (String query :
        List.of(
            "select 're-check of problem ' || problem_id from recheck",
            "select 'write-off of problem ' || problem_id from write_off")) {
      find(databases.read(ServiceName.INSPECTION, query, row -> row.getString(1)));
    }
  }

  private void findOn(Topics topics) {
    Set<String> seen = new HashSet<>();
    Map<String, TopicEvent> newest = new HashMap<>();
    for (TopicEvent event : topics.events()) {
      if (!seen.add(event.id())) {
        continue;
      }
      find(List.of(event.type() + " on the topic for " + event.key()));
      TopicEvent before = newest.put(event.topic() + " " + event.key(), event);
      if (before != null && before.place() > event.place()) {
        inversions.add(before + " lies before " + event);
      }
    }
  }

  private void find(List<String> things) {
    things.forEach(thing -> found.merge(thing, 1, Integer::sum));
  }

  private void expect(NotedComplaint complaint) {
    UUID id = complaint.answer().complaintId();
    UUID problem = complaint.answer().problemId();
    stored += expect("complaint with number " + complaint.sourceRef());
    expect("complaint " + id + " with problem " + problem);
    expectFact("intake.complaint-registered.v1", id);
    items += expect("item of problem " + problem);
    expect("item known to problem " + problem);
    FACTS_OF_A_PROBLEM.forEach(type -> expectFact(type, problem));
    if (complaint.goesRound()) {
      FACTS_OF_A_WHOLE_ROUND.forEach(type -> expectFact(type, problem));
      expect("re-check of problem " + problem);
      expect("write-off of problem " + problem);
      expect("write-off known to problem " + problem);
      expect("finished item of problem " + problem);
    }
  }

  private void expectFact(String type, UUID subject) {
    expect(type + " in the ledger for " + subject);
    expect(type + " on the topic for " + subject);
  }

  private int expect(String thing) {
    int times = found.getOrDefault(thing, 0);
    if (times == 0) {
      missing.add(thing);
    } else if (times > 1) {
      duplicated.add(thing);
    }
    return times;
  }

  private void measure(List<NotedComplaint> answered, Databases databases) throws SQLException {
    Map<UUID, Instant> made =
        databases
            .read(
                ServiceName.DISPATCH,
                "select i.problem_id, h.at from order_item i join item_history h on h.item_id = i.id and h.sequence = 1",
                row -> Map.entry(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> two));
    for (NotedComplaint complaint : answered) {
      Answer answer = complaint.answer();
      Duration late =
          Duration.between(answer.at(), made.getOrDefault(answer.problemId(), answer.at()));
      latest = late.compareTo(latest) > 0 ? late : latest;
    }
  }
}
