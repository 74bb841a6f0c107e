package org.bihuan.acceptance.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.stream.Stream;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.TopicEvent;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.acceptance.chaos.Journal.Course;
import org.bihuan.acceptance.chaos.Journal.Heard;
import org.bihuan.acceptance.chaos.Journal.Intent;
import org.bihuan.acceptance.chaos.Journal.Kept;
import org.bihuan.acceptance.chaos.Journal.Occasion;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Joins the journal of a sender with what the three databases, the ledger, the inboxes and the
 * topics hold, and tells what is missing, what is there too often and what is in the wrong order.
 *
 * <p>Everything found is named in words, and so is everything that each answered complaint lets
 * expect: what is expected must be found as often as expected. An event counts once however often
 * it lies on a topic, since delivery there is at least once and readers go by its id.
 */
final class Reconciliation {

  private static final Map<String, List<ServiceName>> READERS =
      Map.of(
          EventCatalogue.INTAKE_EVENTS,
          List.of(ServiceName.DISPATCH, ServiceName.INSPECTION),
          EventCatalogue.DISPATCH_EVENTS,
          List.of(ServiceName.INTAKE, ServiceName.INSPECTION),
          EventCatalogue.INSPECTION_EVENTS,
          List.of(ServiceName.INTAKE, ServiceName.DISPATCH));

  private static final List<String> FACTS_OF_EACH_ROUND =
      List.of(
          "dispatch.item-replied.v1",
          "dispatch.reply-accepted.v1",
          "inspection.recheck-planned.v1");

  private static final List<String> FACTS_OF_A_FAILED_RECHECK =
      List.of("inspection.recheck-failed.v1", "dispatch.rework-ordered.v1");

  private static final List<String> FACTS_OF_THE_END =
      List.of(
          "dispatch.item-acknowledged.v1",
          "inspection.recheck-passed.v1",
          "inspection.problem-written-off.v1",
          "dispatch.item-written-off.v1");

  private static final List<String> FACTS_OF_A_LAPSED_LIMIT =
      List.of("dispatch.item-warned.v1", "dispatch.item-overdue.v1");

  private final Databases databases;
  private final Map<String, Integer> found = new HashMap<>();
  private final Map<ServiceName, Set<UUID>> inboxes = new HashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> duplicated = new ArrayList<>();
  private final List<String> inversions = new ArrayList<>();
  private final List<String> early = new ArrayList<>();
  private long acked;
  private long stored;
  private long items;
  private long photos;
  private long repeated;
  private long twins;
  private long timers;
  private Duration latestItem = Duration.ZERO;
  private Duration latestTimer = Duration.ZERO;

  private Reconciliation(Databases databases) {
    this.databases = databases;
  }

  /**
   * Takes stock; nothing may be on its way any more.
   *
   * @param files where intake keeps what was uploaded
   */
  static Reconciliation of(Stack stack, Path files, Path journal) throws SQLException, IOException {
    Reconciliation reckoning = new Reconciliation(new Databases(stack.postgres()));
    reckoning.findInDatabases();
    reckoning.findFiles(files);
    try (Topics topics = new Topics(stack.broker())) {
      reckoning.findOn(topics);
    }
    Journal.Content written = Journal.read(journal);
    reckoning.hold(written);
    reckoning.holdPhotos(written);
    reckoning.checkOrder();
    reckoning.measureTimers();
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

  /** Warnings and breaches told before their moment. */
  List<String> early() {
    return early;
  }

  /** Complaints whose sender heard a success. */
  long acked() {
    return acked;
  }

  long stored() {
    return stored;
  }

  long items() {
    return items;
  }

  /** Photos whose sender heard a success, each stored. */
  long photos() {
    return photos;
  }

  /** Answers to what was sent once more later, with the same key or the same number. */
  long repeated() {
    return repeated;
  }

  /** Answers to what was sent a second time at the same instant. */
  long twins() {
    return twins;
  }

  /** Warnings and breaches. */
  long timers() {
    return timers;
  }

  /** The longest time from a sender's answer to the order item. */
  Duration latestItem() {
    return latestItem;
  }

  /** The longest time from the moment at which a limit warned or ended to its announcement. */
  Duration latestTimer() {
    return latestTimer;
  }

  private void findInDatabases() throws SQLException {
    find(
        ServiceName.INTAKE,
        "select 'complaint with text ' || encode(sha256(convert_to(text, 'UTF8')), 'hex') from"
            + " complaint",
        "select 'complaint ' || id || ' with problem ' || problem_id from complaint where"
            + " problem_id is not null",
        "select 'item known to problem ' || id from problem where order_item_id is not null",
        "select 'write-off known to problem ' || id from problem where status = 'WRITTEN_OFF'",
        "select 'attachment ' || id || ' with ' || sha256 || ' in intake' from attachment",
        "select 'attachment ' || id || ' of complaint ' || owner_id from attachment where"
            + " owner_kind = 'COMPLAINT'",
        "select 'attachment ' || unnest(attachment_ids) || ' named by complaint ' || id from"
            + " complaint",
        "select kind || ' in the ledger for ' || coalesce(problem_id, complaint_id) from"
            + " ledger_entry");
    find(
        ServiceName.DISPATCH,
        "select 'attachment ' || id || ' with ' || sha256 || ' in dispatch' from attachment",
        "select 'item of problem ' || problem_id from order_item",
        "select 'finished item of problem ' || problem_id from order_item where status ="
            + " 'WRITTEN_OFF'");
    find(
        ServiceName.INSPECTION,
        "select 'attachment ' || id || ' with ' || sha256 || ' in inspection' from attachment",
        "select case kind when 'LOOK_BACK' then 'look-back' else 're-check' end || ' of problem ' ||"
            + " problem_id from recheck",
        "select 'write-off of problem ' || problem_id from write_off");
    for (ServiceName service : ServiceName.values()) {
      inboxes.put(
          service,
          new HashSet<>(
              databases.read(
                  service, "select event_id from inbox", row -> row.getObject(1, UUID.class))));
    }
  }

  /** By what each file has in it, whatever its name says. */
  private void findFiles(Path files) throws IOException {
    if (Files.isDirectory(files)) {
      try (Stream<Path> all = Files.walk(files)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          find("file with " + ComplaintStream.hash(Files.readAllBytes(file)));
        }
      }
    }
  }

  private void find(ServiceName service, String... queries) throws SQLException {
    for (String query : queries) {
      databases.read(service, query, row -> row.getString(1)).forEach(this::find);
    }
  }

  private void find(String thing) {
    found.merge(thing, 1, Integer::sum);
  }

  private void findOn(Topics topics) {
    Set<UUID> seen = new HashSet<>();
    Map<String, TopicEvent> newest = new HashMap<>();
    topics.read(
        EventCatalogue.topics(),
        record -> {
          if (!TopicEvent.isOfService(record)) {
            return;
          }
          TopicEvent event = TopicEvent.of(record);
          if (!seen.add(event.id())) {
            return;
          }
          find(event.type() + " on the topic for " + event.key());
          TopicEvent before = newest.put(event.topic() + " " + event.key(), event);
          if (before != null && before.place() > event.place()) {
            inversions.add(before + " lies before " + event);
          }
          for (ServiceName reader : READERS.getOrDefault(event.topic(), List.of())) {
            if (!inboxes.get(reader).contains(event.id())) {
              missing.add(event + " in the inbox of " + reader.partName());
            }
          }
        });
  }

  private void hold(Journal.Content journal) throws SQLException {
    Map<Long, List<Heard>> heard =
        journal.heard().stream().collect(Collectors.groupingBy(Heard::number));
    Map<UUID, Instant> made = itemsMade();
    Set<String> sent = new HashSet<>();
    for (Intent intent : journal.intents()) {
      String complaint = "complaint with text " + intent.textHash();
      sent.add(complaint);
      List<Heard> answers = heard.getOrDefault(intent.number(), List.of());
      if (answers.isEmpty()) {
        // Nobody was promised anything, but twice it must not be there.
        if (found.getOrDefault(complaint, 0) > 1) {
          duplicated.add(complaint);
        }
        continue;
      }
      acked++;
      stored += expect(complaint, 1);
      if (answers.stream().map(Heard::complaintId).distinct().count() > 1) {
        duplicated.add("different complaints answered to " + intent + ": " + answers);
      }
      expectAllOf(intent.course(), answers.get(0));
      measureItem(answers, made);
    }
    found.keySet().stream()
        .filter(thing -> thing.startsWith("complaint with text ") && !sent.contains(thing))
        .forEach(stray -> duplicated.add(stray + ", which nobody has sent"));
    repeated =
        journal.heard().stream()
            .filter(
                one ->
                    one.occasion() == Occasion.SAME_KEY || one.occasion() == Occasion.SAME_NUMBER)
            .count();
    twins = journal.heard().stream().filter(one -> one.occasion() == Occasion.TWIN).count();
  }

  /** A photo is told to all, and belongs to its complaint once that was answered. */
  private void holdPhotos(Journal.Content journal) {
    Map<Long, UUID> complaints =
        journal.heard().stream()
            .collect(Collectors.toMap(Heard::number, Heard::complaintId, (one, two) -> one));
    Set<String> sent = new HashSet<>();
    for (Kept kept : journal.kept()) {
      String photo = "attachment " + kept.attachmentId();
      String stored = photo + " with " + kept.sha256() + " in ";
      sent.add(stored + "intake");
      photos += expect(stored + "intake", 1);
      expect(stored + "dispatch", 1);
      expect(stored + "inspection", 1);
      expect("file with " + kept.sha256(), 1);
      expect("intake.attachment-stored.v1 on the topic for " + kept.attachmentId(), 1);
      UUID complaint = complaints.get(kept.number());
      if (complaint != null) {
        expect(photo + " of complaint " + complaint, 1);
        expect(photo + " named by complaint " + complaint, 1);
      }
    }
    found.keySet().stream()
        .filter(thing -> thing.startsWith("attachment ") && thing.endsWith(" in intake"))
        .filter(thing -> !sent.contains(thing))
        .forEach(stray -> duplicated.add(stray + ", which nobody was told of"));
  }

  private void expectAllOf(Course course, Heard answer) {
    UUID id = answer.complaintId();
    UUID problem = answer.problemId();
    int rounds = course == Course.WRITTEN_OFF ? 1 : course == Course.REWORKED ? 2 : 0;
    int ends = Math.min(rounds, 1);
    expect("complaint " + id + " with problem " + problem, 1);
    expectFact("intake.complaint-registered.v1", id, 1);
    items += expect("item of problem " + problem, 1);
    expect("item known to problem " + problem, 1);
    expectFact("intake.problem-filed.v1", problem, 1);
    expectFact("dispatch.item-issued.v1", problem, 1);
    FACTS_OF_EACH_ROUND.forEach(type -> expectFact(type, problem, rounds));
    FACTS_OF_A_FAILED_RECHECK.forEach(type -> expectFact(type, problem, rounds - ends));
    FACTS_OF_THE_END.forEach(type -> expectFact(type, problem, ends));
    FACTS_OF_A_LAPSED_LIMIT.forEach(
        type -> expectFact(type, problem, course == Course.LAPSING ? 1 : 0));
    expect("re-check of problem " + problem, rounds);
    expect("write-off of problem " + problem, ends);
    expect("write-off known to problem " + problem, ends);
    expect("finished item of problem " + problem, ends);
  }

  private void expectFact(String type, UUID subject, int times) {
    expect(type + " in the ledger for " + subject, times);
    expect(type + " on the topic for " + subject, times);
  }

  private int expect(String thing, int times) {
    int there = found.getOrDefault(thing, 0);
    if (there < times) {
      missing.add(thing);
    } else if (there > times) {
      duplicated.add(thing);
    }
    return there;
  }

  private Map<UUID, Instant> itemsMade() throws SQLException {
    return databases
        .read(
            ServiceName.DISPATCH,
            "select i.problem_id, h.at from order_item i join item_history h on h.item_id = i.id"
                + " and h.sequence = 1",
            row -> Map.entry(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> two));
  }

  private void measureItem(List<Heard> answers, Map<UUID, Instant> made) {
    Instant first = answers.get(0).at();
    Duration late = Duration.between(first, made.getOrDefault(answers.get(0).problemId(), first));
    latestItem = late.compareTo(latestItem) > 0 ? late : latestItem;
  }

  /** In which order facts were applied shows where they were written down. */
  private void checkOrder() throws SQLException {
    inversions.addAll(
        databases.read(
            ServiceName.INTAKE,
            """
            select 'entered in the ledger out of order: ' || kind || ' of problem ' || problem_id
            from (select problem_id, kind, (content::jsonb ->> 'sequence')::int as place,
                    lag((content::jsonb ->> 'sequence')::int)
                      over (partition by problem_id order by entry_number) as before
                  from ledger_entry where kind like 'dispatch.%') entered
            where place <= before
            """,
            row -> row.getString(1)));
    inversions.addAll(
        databases.read(
            ServiceName.DISPATCH,
            """
            select 'a gap in the history of item ' || item_id
            from (select item_id, sequence, row_number() over (partition by item_id order by sequence) as place
                  from item_history) step
            where sequence <> place
            """,
            row -> row.getString(1)));
  }

  /** A limit says by itself when it warns and ends; the history says when that was told. */
  private void measureTimers() throws SQLException {
    record Told(UUID item, String action, double secondsLate) {}
    List<Told> told =
        databases.read(
            ServiceName.DISPATCH,
            """
            select i.id, h.action,
              extract(epoch from h.at - case h.action when 'WARN' then i.warn_at else i.due_at end)
            from order_item i join item_history h on h.item_id = i.id
            where h.action in ('WARN', 'MARK_OVERDUE') and h.round = i.rework_count
              and (h.from_status = 'UNASSIGNED') = (i.order_id is null)
            """,
            row -> new Told(row.getObject(1, UUID.class), row.getString(2), row.getDouble(3)));
    timers = told.size();
    for (Told one : told) {
      Duration late = Duration.ofMillis(Math.round(one.secondsLate() * 1000));
      latestTimer = late.compareTo(latestTimer) > 0 ? late : latestTimer;
      if (late.isNegative()) {
        early.add(one.toString());
      }
    }
  }
}
