package org.bihuan.inspection;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.FindingDecided;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.Place;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.NumberedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number that leads to a person, in whatever text of an act, stays with those who need it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class FreeTextTest {

  private static boolean published;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  static Stream<NumberedText> spellings() {
    return NumberedText.withEachSpelling();
  }

  private static final List<Identity> OVERSIGHT =
      Stream.of(
              Role.INSPECTOR,
              Role.LINE_LEADER,
              Role.TOP_LEADER,
              Role.COMMITTEE_INSPECTOR,
              Role.DISCIPLINE,
              Role.ASSESSOR,
              Role.ADMIN)
          .map(Identity::of)
          .toList();

  private static List<Identity> oversightAnd(Identity... others) {
    List<Identity> all = new ArrayList<>(OVERSIGHT);
    Collections.addAll(all, others);
    return all;
  }

  private static final Identity UNIT = Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT);
  private static final Identity AREA = Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT);

  private static Response act(String path, Map<String, Object> body) {
    Response answer = team().body(body).post(path);
    assertEquals(2, answer.statusCode() / 100, answer.asString());
    return answer;
  }

  private static Map<String, Object> inspection(String text) {
    Map<String, Object> stop = Map.of("subdistrictCode", SUBDISTRICT, "place", text);
    return Map.of(
        "tier",
        "AREA",
        "method",
        "ANNOUNCED",
        "focus",
        text,
        "focusSource",
        Map.of("kind", "MEDIA_EXPOSURE", "reference", text),
        "purpose",
        text,
        "accompaniedBy",
        List.of(Map.of("unitCode", LEAD_UNIT, "person", text)),
        "plannedFor",
        Instant.now().plusSeconds(3600).toString(),
        "stops",
        List.of(stop, stop));
  }

  private static Map<String, Object> roundtable(String finding, String text) {
    Map<String, Object> decision =
        Map.of(
            "findingId",
            finding,
            "text",
            text,
            "responsibleUnitCode",
            LEAD_UNIT,
            "dueOn",
            LocalDate.now().plusDays(9).toString());
    return Map.of(
        "heldAt",
        Instant.now().toString(),
        "place",
        text,
        "attendees",
        List.of(Map.of("unitCode", LEAD_UNIT, "person", text)),
        "decisions",
        List.of(decision));
  }

  /** The team reads {@code count} texts as they were written, the others the same texts masked. */
  private static void assertMasked(
      NumberedText written, String path, int count, List<Identity> others) {
    String full = team().get(path).then().statusCode(200).extract().asString();
    assertEquals(Collections.nCopies(count, written.text()), NumberedText.in(full), path);
    for (Identity other : others) {
      String seen = as(other).get(path).then().statusCode(200).extract().asString();
      assertEquals(count, NumberedText.in(seen).size(), () -> other + " at " + path + ": " + seen);
      assertEquals(List.of(), NumberedText.revealedBy(seen), () -> other + " at " + path);
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void every_text_of_an_inspection_is_masked_for_all_but_the_team(NumberedText written) {
    String text = written.text();
    String path = "/api/v1/inspections/" + act("/api/v1/inspections", inspection(text)).path("id");
    String later = Instant.now().plusSeconds(7200).toString();
    act(path + "/postponement", Map.of("plannedFor", later, "reason", text));
    act(path + "/start", Map.of());
    act(path + "/stops/1/visit", Map.of("arrivedAt", Instant.now().toString(), "note", text));
    String finding =
        act(path + "/findings", Map.of("stop", 1, "title", text, "description", text)).path("id");
    act(path + "/stops/2/skip", Map.of("reason", text));
    act(path + "/roundtable", roundtable(finding, text));
    act(path + "/conclusion", Map.of("summary", text));

    // Focus, where it comes from, purpose and summary, who comes along, why it was put off, two
    // places, a note, a reason; the two reasons in its history again; title, text, place and
    // decision of what was found; place and
    // attendee of the round table.
    assertMasked(written, "/api/v1/findings/" + finding, 4, oversightAnd(UNIT, AREA));
    assertMasked(written, path, 18, oversightAnd(UNIT, AREA));

    List<InspectionEvent> facts = Facts.toldAbout(finding, 2);
    FindingReported told = assertInstanceOf(FindingReported.class, facts.get(0));
    String decided = assertInstanceOf(FindingDecided.class, facts.get(1)).text();
    for (String word : List.of(told.title(), told.description(), told.place().address(), decided)) {
      assertEquals(List.of(), NumberedText.revealedBy("\"" + word + "\""));
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void the_reason_of_a_cancellation_is_masked(NumberedText written) {
    String text = written.text();
    String path = "/api/v1/inspections/" + act("/api/v1/inspections", inspection(text)).path("id");
    act(path + "/cancellation", Map.of("reason", text));
    assertMasked(written, path, 8, oversightAnd(UNIT, AREA));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void every_text_of_a_recheck_is_masked_for_all_but_the_team(NumberedText written) {
    String text = written.text();
    AcceptedReply reply = AcceptedReply.first();
    ReplyAccepted fact = reply.fact();
    Facts.tell(
        new ReplyAccepted(
            fact.itemId(),
            fact.problemId(),
            fact.sequence(),
            fact.replyId(),
            fact.round(),
            fact.problemSerial(),
            text,
            fact.categoryCode(),
            fact.deadlineClass(),
            new Place(text, SUBDISTRICT, null, null, null),
            fact.leadUnit(),
            fact.involvedUnitCodes(),
            text,
            fact.repliedAt(),
            fact.occurredAt(),
            fact.actor(),
            List.of(),
            null,
            false));
    String path = "/api/v1/rechecks/" + reply.plannedRecheck();
    String answer =
        inspector()
            .body(Map.of("outcome", "NOT_RECTIFIED", "note", text))
            .post(path + "/outcome")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertEquals(4, NumberedText.in(answer).size(), answer);
    assertEquals(List.of(), NumberedText.revealedBy(answer));
    assertMasked(written, path, 4, oversightAnd(UNIT, AREA));
    Facts.toldAbout(reply.problemId().toString(), 2)
        .forEach(
            told -> assertEquals(List.of(), NumberedText.revealedBy("\"" + told + "\""), "a fact"));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void the_words_of_a_case_are_masked_for_all_but_the_team(NumberedText written) {
    String text = written.text();
    String recheck = AcceptedReply.first().recheck();
    inspector()
        .body(Map.of("outcome", "NOT_RECTIFIED", "note", text))
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(200);
    Map<String, Object> proposal =
        Map.of(
            "level",
            "C2",
            "subjectUnitCode",
            LEAD_UNIT,
            "basis",
            List.of(Map.of("kind", "RECHECK", "id", recheck)),
            "suggestion",
            text);
    String id = act("/api/v1/accountability-cases", proposal).path("id");
    String path = "/api/v1/accountability-cases/" + id;
    as(Role.COMMITTEE_INSPECTOR)
        .body(Map.of("decision", "ACCEPTED", "reason", text))
        .post(path + "/decision")
        .then()
        .statusCode(200);
    as(Role.COMMITTEE_INSPECTOR).post(path + "/service").then().statusCode(200);
    List<Identity> readers =
        List.of(
            Identity.of(Role.COMMITTEE_INSPECTOR),
            Identity.of(Role.DISCIPLINE),
            Identity.of(Role.TOP_LEADER),
            Identity.of(Role.UNIT_LEADER).ofUnit(LEAD_UNIT));
    // What was suggested, why it was decided so, and what was seen on the spot.
    assertMasked(written, path, 3, readers);
  }
}
