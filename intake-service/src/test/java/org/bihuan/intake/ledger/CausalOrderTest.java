package org.bihuan.intake.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemAcknowledged;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemWrittenOff;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.InspectionEvent.EvidenceWaived;
import org.bihuan.contract.InspectionEvent.LateItemFactNoted;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.InspectionEvent.RecheckPlanned;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ComplaintRegistered;
import org.bihuan.contract.IntakeEvent.FeedbackGiven;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole life within one second, told by three services whose clocks differ. */
class CausalOrderTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final Instant SECOND = Instant.parse("2026-11-24T00:15:00Z");
  private static final Actor SOMEONE = new Actor("SPECIAL_TEAM", null, "someone");
  private static final UnitName UNIT = new UnitName("ROOF_OFFICE", "房管所");
  private static final Place PLACE = new Place(null, null, null, null, null);

  private final UUID complaint = UUID.randomUUID();
  private final UUID further = UUID.randomUUID();
  private final UUID problem = UUID.randomUUID();
  private final UUID item = UUID.randomUUID();
  private final UUID failed = UUID.randomUUID();
  private final UUID passed = UUID.randomUUID();
  private final List<LedgerEntry> entries = new ArrayList<>();
  private Duration dispatchBehind = Duration.ZERO;
  private Duration inspectionBehind = Duration.ZERO;

  /** Enters a fact a millisecond of true time after the one before. */
  private UUID enter(UUID about, Event fact) {
    UUID id = UUID.randomUUID();
    String kind = EventCatalogue.of(fact.getClass()).name();
    Duration behind =
        kind.startsWith("dispatch.")
            ? dispatchBehind
            : kind.startsWith("inspection.") ? inspectionBehind : Duration.ZERO;
    Instant at = SECOND.plusMillis(entries.size()).minus(behind);
    try {
      entries.add(
          new LedgerEntry(
              id, kind, problem, about, at, at, SOMEONE, JSON.writeValueAsString(fact)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    return id;
  }

  private void enter(Event fact) {
    enter(null, fact);
  }

  private void registered(UUID id) {
    enter(
        id,
        new ComplaintRegistered(
            id,
            "T1",
            "HOTLINE_12319",
            SourceKind.CITIZEN,
            "ROOF_LEAK",
            null,
            SECOND,
            SOMEONE,
            List.of()));
  }

  private void filed() {
    enter(
        complaint,
        new ProblemFiled(
            problem,
            "W1",
            complaint,
            null,
            "楼顶漏雨",
            "楼顶漏雨",
            SourceKind.CITIZEN,
            "ROOF_LEAK",
            DeadlineClass.FACILITY,
            PLACE,
            SECOND,
            SECOND,
            SOMEONE));
  }

  private void issued(int sequence) {
    enter(
        new ItemIssued(
            item,
            problem,
            sequence,
            UUID.randomUUID(),
            "创督〔2026〕1号",
            null,
            UNIT,
            List.of(),
            DeadlineClass.FACILITY,
            SECOND,
            "FACILITY/1",
            SECOND,
            SOMEONE,
            null,
            null));
  }

  /** Reply, acceptance and planned re-check of a round. */
  private void rectified(int sequence, int round, UUID recheck) {
    UUID reply = UUID.randomUUID();
    enter(
        new ItemReplied(
            item,
            problem,
            sequence,
            reply,
            ReplyKind.FINAL,
            round,
            true,
            SECOND,
            SOMEONE,
            List.of(),
            List.of()));
    enter(
        new ReplyAccepted(
            item,
            problem,
            sequence + 1,
            reply,
            round,
            "W1",
            "楼顶漏雨",
            "ROOF_LEAK",
            DeadlineClass.FACILITY,
            PLACE,
            UNIT,
            List.of("ROOF_OFFICE"),
            null,
            SECOND,
            SECOND,
            SOMEONE,
            List.of(),
            null,
            false));
    enter(new RecheckPlanned(recheck, problem, item, round, SECOND, SECOND, SOMEONE));
  }

  private void wholeLife() {
    registered(complaint);
    filed();
    issued(1);
    enter(new ItemAcknowledged(item, problem, 2, SECOND, SOMEONE));
    rectified(3, 0, failed);
    enter(
        new RecheckFailed(
            failed, problem, item, 0, RecheckOutcome.PARTIAL, SECOND, SOMEONE, List.of()));
    enter(new ReworkOrdered(item, problem, 5, failed, 1, SECOND, "FACILITY/1", SECOND, SOMEONE));
    rectified(6, 1, passed);
    enter(
        new EvidenceWaived(
            passed, problem, item, 1, List.of(Evidence.PHOTO), "断电", SECOND, SOMEONE));
    UUID cancelled = enter(null, new ItemCancelled(item, problem, 8, SECOND, SOMEONE));
    enter(
        new RecheckPassed(
            passed, problem, item, 1, SECOND, SOMEONE, List.of(), List.of(), List.of(), null));
    enter(new ProblemWrittenOff(UUID.randomUUID(), problem, item, passed, SECOND, SOMEONE));
    enter(
        new LateItemFactNoted(
            passed, problem, item, "dispatch.item-cancelled.v1", cancelled, SECOND, SOMEONE));
    enter(new ItemWrittenOff(item, problem, 9, passed, SECOND, SOMEONE, "CROSSED_CANCELLATION"));
  }

  private static List<String> kinds(List<LedgerEntry> ordered) {
    return ordered.stream().map(LedgerEntry::kind).toList();
  }

  @ParameterizedTest(name = "dispatch {0} ms and inspection {1} ms behind intake")
  @CsvSource({"0, 0", "5, 0", "0, 5", "7, 3", "-7, 4", "400, 800", "-400, -800"})
  void a_life_is_told_in_the_order_of_cause_whatever_the_clocks(int dispatch, int inspection) {
    dispatchBehind = Duration.ofMillis(dispatch);
    inspectionBehind = Duration.ofMillis(inspection);
    wholeLife();
    List<String> lived = new ArrayList<>(kinds(entries));
    Collections.shuffle(entries, new Random(7));
    List<String> told = kinds(CausalOrder.of(entries, JSON));
    // Nothing led from the cancellation to the outcome that it crossed, nor the other way round.
    lived.remove("dispatch.item-cancelled.v1");
    List<String> rest = new ArrayList<>(told);
    rest.remove("dispatch.item-cancelled.v1");
    lived.remove("inspection.late-item-fact-noted.v1");
    rest.remove("inspection.late-item-fact-noted.v1");
    assertEquals(lived, rest);
    int cancelled = told.indexOf("dispatch.item-cancelled.v1");
    assertEquals(true, cancelled < told.indexOf("inspection.late-item-fact-noted.v1"));
    assertEquals(true, cancelled < told.indexOf("dispatch.item-written-off.v1"));
    assertEquals(true, cancelled > told.lastIndexOf("dispatch.reply-accepted.v1"));
  }

  @Test
  void facts_of_the_very_same_moment_are_told_in_the_order_of_cause() {
    wholeLife();
    List<LedgerEntry> same =
        entries.stream()
            .map(
                entry ->
                    new LedgerEntry(
                        entry.id(),
                        entry.kind(),
                        problem,
                        entry.complaintId(),
                        SECOND,
                        SECOND,
                        SOMEONE,
                        entry.content()))
            .toList();
    List<String> told = kinds(CausalOrder.of(same, JSON));
    assertEquals(
        List.of(
            "intake.complaint-registered.v1",
            "intake.problem-filed.v1",
            "dispatch.item-issued.v1",
            "dispatch.item-acknowledged.v1",
            "dispatch.item-replied.v1",
            "dispatch.reply-accepted.v1"),
        told.subList(0, 6));
  }

  @Test
  void a_further_complaint_is_told_where_it_came_and_before_it_was_merged() {
    registered(complaint);
    filed();
    registered(further);
    issued(1);
    enter(
        further,
        new ComplaintMerged(
            problem, further, "HOTLINE_12319", SourceKind.CITIZEN, SECOND, SECOND, SOMEONE));
    Collections.reverse(entries);
    assertEquals(
        List.of(
            "intake.complaint-registered.v1",
            "intake.problem-filed.v1",
            "intake.complaint-registered.v1",
            "dispatch.item-issued.v1",
            "intake.complaint-merged.v1"),
        kinds(CausalOrder.of(entries, JSON)));
  }

  @Test
  void feedback_is_told_after_the_write_off_whatever_the_clocks() {
    inspectionBehind = Duration.ofSeconds(-1);
    wholeLife();
    enter(
        complaint,
        new FeedbackGiven(problem, complaint, false, 1, FeedbackWay.PUBLIC, SECOND, SOMEONE));
    List<String> told = kinds(CausalOrder.of(entries, JSON));
    assertEquals(
        true,
        told.indexOf("inspection.problem-written-off.v1")
            < told.indexOf("intake.feedback-given.v1"));
  }
}
