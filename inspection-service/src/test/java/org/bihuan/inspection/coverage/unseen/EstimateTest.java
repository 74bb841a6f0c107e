package org.bihuan.inspection.coverage.unseen;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ComplaintHandedOver;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.coverage.Figures;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who told of problems, and how many nobody told of. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class EstimateTest {

  private static final Actor SOMEONE = new Actor("SPECIAL_TEAM", null, "neighbour");

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  /** A problem that {@code source} told of at {@code at}. */
  private static ProblemFiled filed(SourceKind source, UUID findingId, Instant at) {
    UUID problem = UUID.randomUUID();
    return new ProblemFiled(
        problem,
        "W-" + problem,
        UUID.randomUUID(),
        findingId,
        "占道经营",
        "流动摊贩占道",
        source,
        "SANITATION",
        DeadlineClass.GENERAL,
        new Place("示例路 1 号", SUBDISTRICT, null, null, null),
        at,
        at.plusSeconds(1),
        SOMEONE);
  }

  private static ProblemFiled complaint(Instant at) {
    return filed(SourceKind.CITIZEN, null, at);
  }

  private static ProblemFiled finding(Instant at) {
    return filed(SourceKind.INSPECTION_FINDING, UUID.randomUUID(), at);
  }

  private static ComplaintMerged merged(UUID into, UUID complaint, SourceKind kind, Instant at) {
    return new ComplaintMerged(
        into, complaint, "HOTLINE_12319", kind, at, at.plusSeconds(60), SOMEONE);
  }

  private static String period(String from, String to) {
    return "from=" + from + "&to=" + to;
  }

  private static JsonPath estimate(String period) {
    return team()
        .get("/api/v1/coverage/estimate?" + period)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void awaitKnown(String period, int complained, int found, int both) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              JsonPath now = estimate(period);
              return List.of(
                  now.getInt("complained.value"),
                  now.getInt("found.value"),
                  now.getInt("both.value"));
            },
            equalTo(List.of(complained, found, both)));
  }

  @Test
  void unseen_problems_are_estimated_from_complaints_and_findings() {
    Instant day = Instant.parse("2021-03-02T01:00:00Z");
    String period = period("2021-03-01T00:00:00Z", "2021-04-01T00:00:00Z");
    ProblemFiled first = complaint(day);
    ProblemFiled second = complaint(day.plusSeconds(10));
    ProblemFiled third = finding(day.plusSeconds(20));
    Facts.tell(
        first,
        second,
        third,
        finding(day.plusSeconds(30)),
        filed(SourceKind.MEDIA_EXPOSURE, null, day),
        merged(first.problemId(), UUID.randomUUID(), SourceKind.INSPECTION_FINDING, day),
        merged(third.problemId(), UUID.randomUUID(), SourceKind.CITIZEN, day.plusSeconds(25)),
        merged(second.problemId(), UUID.randomUUID(), SourceKind.SPECIAL_TEAM, day));
    awaitKnown(period, 3, 3, 2);
    JsonPath estimate = estimate(period);
    assertThat(estimate.getInt("known.value"), equalTo(4));
    assertThat(estimate.getFloat("estimated"), equalTo(4.3f));
    assertThat(estimate.getFloat("unseen"), equalTo(0.3f));
    assertThat(estimate.getList("estimatedInterval").size(), equalTo(2));
    assertThat(estimate.getFloat("unseenInterval[0]"), greaterThanOrEqualTo(0f));
    assertThat(estimate.getInt("foundFirst.numerator"), equalTo(2));
    assertThat(estimate.getInt("foundFirst.denominator"), equalTo(4));
    assertThat(
        Figures.assertThatAllAreTheLengthOfTheirLists("/api/v1/coverage/estimate?" + period),
        equalTo(5));
    assertThat(
        Figures.assertThatAllAreTheLengthOfTheirLists("/api/v1/coverage?week=2021-W09"),
        greaterThanOrEqualTo(5));
  }

  @Test
  void a_complaint_counts_where_it_is_now_in_whatever_order_that_is_told() {
    Instant day = Instant.parse("2020-03-02T01:00:00Z");
    String period = period("2020-03-01T00:00:00Z", "2020-04-01T00:00:00Z");
    ProblemFiled found = finding(day);
    ProblemFiled duplicate = complaint(day.plusSeconds(10));
    ProblemFiled foreign = complaint(day.plusSeconds(20));
    Facts.tell(
        found,
        merged(
            found.problemId(), duplicate.complaintId(), SourceKind.CITIZEN, duplicate.receivedAt()),
        duplicate,
        foreign);
    awaitKnown(period, 2, 1, 1);
    Facts.tell(
        new ComplaintHandedOver(
            foreign.complaintId(),
            foreign.problemId(),
            "STATE_GRID",
            day.plusSeconds(600),
            SOMEONE));
    awaitKnown(period, 1, 1, 1);
    team()
        .get("/api/v1/coverage/problems?" + period)
        .then()
        .body("items.problemId", contains(found.problemId().toString()))
        .body("items[0].problemSerial", equalTo(found.problemSerial()));
  }

  @Test
  void a_complaint_that_is_split_off_leaves_its_problem_to_the_inspection() {
    Instant day = Instant.parse("2018-03-02T01:00:00Z");
    String period = period("2018-03-01T00:00:00Z", "2018-04-01T00:00:00Z");
    ProblemFiled found = finding(day);
    UUID complaint = UUID.randomUUID();
    Facts.tell(found, merged(found.problemId(), complaint, SourceKind.CITIZEN, day.plusSeconds(9)));
    awaitKnown(period, 1, 1, 1);
    UUID own = UUID.randomUUID();
    Facts.tell(
        new ProblemFiled(
            own,
            "W-" + own,
            complaint,
            null,
            "占道经营",
            "流动摊贩占道",
            SourceKind.CITIZEN,
            "SANITATION",
            DeadlineClass.GENERAL,
            new Place("示例路 1 号", SUBDISTRICT, null, null, null),
            day.plusSeconds(9),
            day.plusSeconds(600),
            SOMEONE));
    awaitKnown(period, 1, 1, 0);
    assertThat(estimate(period).getInt("foundFirst.numerator"), equalTo(1));
  }

  /** A dead letter would hold up what comes later about the problem. */
  @Test
  void a_problem_that_is_told_again_counts_once_and_holds_nothing_up() {
    Instant day = Instant.parse("2017-03-02T01:00:00Z");
    ProblemFiled filed = complaint(day);
    Facts.tell(
        filed,
        filed,
        merged(
            filed.problemId(),
            UUID.randomUUID(),
            SourceKind.INSPECTION_FINDING,
            day.plusSeconds(9)));
    awaitKnown(period("2017-03-01T00:00:00Z", "2017-04-01T00:00:00Z"), 1, 1, 1);
  }

  @Test
  void what_an_inspection_found_counts_from_when_it_was_found() {
    String inspection = PlannedInspection.started();
    String id =
        team()
            .body(
                "{\"stop\":1,\"title\":\"占道\",\"description\":\"摊贩占道\",\"categoryCode\":\"SANITATION\"}")
            .post("/api/v1/inspections/" + inspection + "/findings")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Instant foundAt =
        Instant.parse(team().get("/api/v1/findings/" + id).jsonPath().getString("foundAt"));
    ProblemFiled filed =
        filed(SourceKind.INSPECTION_FINDING, UUID.fromString(id), foundAt.plusSeconds(600));
    Facts.tell(filed);
    String list = "/api/v1/coverage/problems?found=true&from=" + foundAt;
    String mine = "items.find { it.problemId == '" + filed.problemId() + "' }.";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> team().get(list).path(mine + "foundAt"), equalTo(foundAt.toString()));
  }

  @Test
  void a_source_that_knows_nothing_says_nothing_about_the_other() {
    Instant day = Instant.parse("2019-03-02T01:00:00Z");
    String period = period("2019-03-01T00:00:00Z", "2019-04-01T00:00:00Z");
    assertThat(estimate(period).get("foundFirst.value"), nullValue());
    Facts.tell(complaint(day));
    awaitKnown(period, 1, 0, 0);
    assertThat(estimate(period).get("estimated"), nullValue());
    assertThat(estimate(period).get("unseenInterval"), nullValue());
    team().get("/api/v1/coverage/problems?found=true&" + period).then().body("items", empty());
  }

  @Test
  void a_period_begins_before_it_ends() {
    team()
        .get("/api/v1/coverage/estimate?" + period("2021-04-01T00:00:00Z", "2021-04-01T00:00:00Z"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("from"))
        .body("errors.code", contains("period-empty"));
    JsonPath usual = estimate("to=2021-04-01T00:00:00Z");
    assertThat(usual.getString("from"), equalTo("2021-03-04T00:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void those_who_watch_over_the_whole_district_see_it(Role role) {
    Set<Role> others =
        EnumSet.of(Role.CHANNEL_CLERK, Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT);
    for (String list : List.of("estimate", "problems")) {
      as(role).get("/api/v1/coverage/" + list).then().statusCode(others.contains(role) ? 403 : 200);
    }
  }
}
