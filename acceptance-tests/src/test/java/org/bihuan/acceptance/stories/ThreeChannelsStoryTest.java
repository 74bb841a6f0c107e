package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.junit.jupiter.api.Test;

/**
 * Story 8, 渠道汇聚: one leaking roof told by the mini-program, by 12319 and by a station. One problem,
 * three complaints, three answers, and both counts shown.
 */
class ThreeChannelsStoryTest {

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  /** An estate of which nobody else tells. */
  private final String estate =
      UUID.randomUUID()
              .toString()
              .substring(0, 5)
              .chars()
              .mapToObj(digit -> "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳".charAt(Character.digit(digit, 16)))
              .map(String::valueOf)
              .collect(Collectors.joining())
          + "花园";

  private Response told(RequestSpecification who, String channel, String subject, String text) {
    Response complaint =
        who.body(
                """
                {"channel": "%s", "categoryCode": "ROOF_LEAK", "subject": "%s", "text": "%s",
                 "location": {"address": "%s", "subdistrictCode": "370203021"}}
                """
                    .formatted(channel, subject, text, estate))
            .post("/api/v1/complaints");
    complaint.then().statusCode(201);
    return complaint;
  }

  @Test
  void three_reports_one_problem_three_answers() {
    Response byHotline =
        told(
            loop.intake(TEAM),
            "HOTLINE_12319",
            estate + "楼顶漏雨无人处理",
            "我是" + estate + "的业主, 楼顶漏雨已经一个月, 物业不管");
    String problem = loop.problemOf(byHotline);
    Item item = loop.awaitItem(problem, "ISSUED");
    assertSuggestedBeforeSending(byHotline);
    Response byMiniProgram =
        told(
            loop.nobody(RunningStack.get().intake()),
            "DANGQUN_MINIPROGRAM",
            "投诉" + estate + "楼顶漏雨",
            estate + " 3 号楼楼顶一直漏雨, 找物业没人处理");
    byMiniProgram.then().body("waitingFor", equalTo("VERIFICATION"));
    Response byStation =
        told(
            loop.intake(TEAM),
            "SUBDISTRICT_STATION",
            estate + "居民反映楼顶漏雨",
            estate + "多户居民到站反映楼顶漏雨, 请尽快处理");
    String own = loop.problemOf(byStation);

    merged(byMiniProgram, problem);
    merged(byStation, problem);
    loop.awaitProblem(own, "MERGED");
    loop.problem(own)
        .then()
        .body("complaints.count", equalTo(0))
        .body("mergedInto", equalTo(problem));
    loop.problem(problem)
        .then()
        .body("complaints.count", equalTo(3))
        .body(
            "complaints.items.channel",
            equalTo(List.of("HOTLINE_12319", "DANGQUN_MINIPROGRAM", "SUBDISTRICT_STATION")));
    List<Response> all = List.of(byHotline, byMiniProgram, byStation);
    all.forEach(complaint -> assertTold(complaint, "IN_PROGRESS"));

    loop.acknowledge(item).then().statusCode(200);
    journey.writtenOff(item, problem);
    all.forEach(complaint -> assertTold(complaint, "WRITTEN_OFF"));
    loop.certificate(problem).then().body("complete", equalTo(true));
  }

  private void assertSuggestedBeforeSending(Response first) {
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () ->
                loop.intake(TEAM)
                    .body(Map.of("subject", estate + "楼顶漏雨", "text", "楼顶漏雨"))
                    .post("/api/v1/public/similar")
                    .then()
                    .statusCode(200)
                    .body("items.serial", hasItem(first.<String>path("problemSerial")))
                    .body(not(containsString(estate))));
  }

  /** The desk sees the suggestion and joins the complaint to it. */
  private void merged(Response complaint, String problem) {
    String path = "/api/v1/complaints/" + complaint.path("id");
    JsonPath similar =
        loop.intake(TEAM).get(path + "/similar").then().statusCode(200).extract().jsonPath();
    assertEquals(
        problem, similar.getString("items[0].problemId"), () -> similar.get("items").toString());
    loop.intake(TEAM)
        .body(Map.of("problemId", problem))
        .post(path + "/merge")
        .then()
        .statusCode(200)
        .body("status", equalTo("MERGED"));
  }

  private void assertTold(Response complaint, String status) {
    loop.nobody(RunningStack.get().intake())
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .statusCode(200)
        .body("status", equalTo(status))
        .body("complaints", equalTo(3));
  }
}
