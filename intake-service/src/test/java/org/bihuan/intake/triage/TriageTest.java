package org.bihuan.intake.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** The desk decides about what no rule is sure of, and puts right what was filed or merged. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class TriageTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String PROBLEMS = "/api/v1/problems/";

  private static Response sent(String category, String text, String address) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "text": "%s", %s
             "location": {"address": "%s", "subdistrictCode": "370203021"}}
            """
                .formatted(
                    text,
                    category == null ? "" : "\"categoryCode\": \"" + category + "\",",
                    address))
        .post(COMPLAINTS);
  }

  private static Response filed() {
    Response filed = sent("SANITATION", "公厕很脏", "示例路 " + UUID.randomUUID());
    filed.then().statusCode(201).body("status", equalTo("FILED"));
    return filed;
  }

  private static Response act(Response complaint, String action, String body) {
    return As.role(Role.SPECIAL_TEAM)
        .body(body)
        .post(COMPLAINTS + "/" + complaint.path("id") + "/" + action);
  }

  private static Response merged(Response complaint, Response into) {
    return act(complaint, "merge", "{\"problemId\": \"" + into.path("problemId") + "\"}");
  }

  private static Response problem(Response complaint) {
    return As.role(Role.SPECIAL_TEAM).get(PROBLEMS + complaint.path("problemId"));
  }

  @Test
  void other_never_files_itself() {
    sent("OTHER", "想问一下", "示例路")
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("CATEGORY"));
  }

  @Test
  void a_text_that_is_not_clear_waits_with_suggestions() {
    sent(null, "我们这里的情况一言难尽, 有车也有灯, 还有其他不少问题, 请领导派人来看看再说, 谢谢", "示例路")
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", notNullValue())
        .body("suggestions", hasSize(3))
        .body("suggestions[0].words", notNullValue());
  }

  @Test
  void a_text_that_is_clear_files_itself() {
    sent(null, "楼顶漏雨", "示例路 " + UUID.randomUUID())
        .then()
        .statusCode(201)
        .body("categoryCode", equalTo("ROOF_LEAK"))
        .body("status", equalTo("FILED"));
  }

  @Test
  void a_dismissal_by_a_property_firm_is_no_parking_disorder() {
    sent(null, "我在停车场上班, 公司拖欠农民工工资三个月, 无故辞退员工不给补偿, 也不缴纳社保, 请劳动监察部门处理", "示例路")
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("SCOPE"));
  }

  @Test
  void a_filed_complaint_merged_elsewhere_ends_its_own_problem_with_history() {
    Response tracked = filed();
    Response duplicate = filed();
    merged(duplicate, tracked)
        .then()
        .statusCode(200)
        .body("status", equalTo("MERGED"))
        .body("problemId", equalTo(tracked.path("problemId")));
    problem(duplicate)
        .then()
        .body("status", equalTo("MERGED"))
        .body("mergedInto", equalTo(tracked.path("problemId")));
    problem(tracked).then().body("complaints.count", equalTo(2));
    As.role(Role.SPECIAL_TEAM)
        .get(PROBLEMS + duplicate.path("problemId") + "/timeline")
        .then()
        .body("kind", hasItems("intake.problem-filed.v1", "intake.problem-merged.v1"));
  }

  @Test
  void complaints_of_a_merged_problem_go_along() {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent("SANITATION", "公厕很脏", address);
    Response second = sent("SANITATION", "公厕很脏", address);
    Response tracked = filed();
    merged(first, tracked).then().statusCode(200);
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + second.path("id"))
        .then()
        .body("problemId", equalTo(tracked.path("problemId")));
  }

  @Test
  void a_merge_tells_who_told_of_the_problem_and_when() {
    Response tracked = filed();
    Response duplicate = filed();
    merged(duplicate, tracked).then().statusCode(200);
    String merge = "items.find { it.complaintId == '" + duplicate.path("id") + "' }.content.";
    As.role(Role.SPECIAL_TEAM)
        .get(
            "/api/v1/ledger?kind=intake.complaint-merged.v1&problemId=" + tracked.path("problemId"))
        .then()
        .statusCode(200)
        .body(merge + "sourceKind", equalTo("CITIZEN"))
        .body(merge + "receivedAt", equalTo(duplicate.path("receivedAt")));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=intake.problem-filed.v1&problemId=" + tracked.path("problemId"))
        .then()
        .body("items[0].content.receivedAt", equalTo(tracked.path("receivedAt")));
  }

  @Test
  void a_merged_complaint_is_split_into_a_problem_of_its_own_again() {
    Response tracked = filed();
    Response duplicate = filed();
    merged(duplicate, tracked);
    act(duplicate, "split", "")
        .then()
        .statusCode(200)
        .body("status", equalTo("FILED"))
        .body("problemId", not(equalTo(tracked.path("problemId"))));
    problem(tracked).then().body("complaints.count", equalTo(1));
  }

  @Test
  void nothing_is_merged_into_an_ended_problem_or_into_itself() {
    Response tracked = filed();
    Response ended = filed();
    merged(ended, tracked);
    act(filed(), "merge", "{\"problemId\": \"" + ended.path("problemId") + "\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("problem-ended"))
        .body("currentStatus", equalTo("MERGED"));
    merged(tracked, tracked).then().statusCode(409).body("code", equalTo("merged-into-itself"));
    act(tracked, "merge", "{\"problemId\": \"" + UUID.randomUUID() + "\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("problem-to-merge-not-found"));
  }

  @Test
  void a_filed_complaint_that_is_another_bodys_ends_its_problem() {
    Response filed = filed();
    act(
            filed,
            "handover",
            "{\"bodyCode\": \"EDUCATION\", \"reason\": \"招生\", \"replyToReporter\": \"已移交教育部门\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("HANDED_OVER"))
        .body("handover.bodyCode", equalTo("EDUCATION"));
    problem(filed).then().body("status", equalTo("CANCELLED"));
    As.nobody()
        .get("/api/v1/public/complaints/" + filed.path("trackingCode"))
        .then()
        .body("status", equalTo("REJECTED"))
        .body("note", equalTo("已移交教育部门"));
  }

  @Test
  void one_of_several_complaints_handed_over_leaves_the_problem_to_the_others() {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent("SANITATION", "公厕很脏", address);
    sent("SANITATION", "公厕很脏", address);
    act(
            first,
            "handover",
            "{\"bodyCode\": \"POLICE\", \"reason\": \"治安\", \"replyToReporter\": \"已移交公安\"}")
        .then()
        .statusCode(200)
        .body("problemId", nullValue());
    problem(first).then().body("status", equalTo("OPEN")).body("complaints.count", equalTo(1));
  }

  @Test
  void a_body_that_is_not_in_the_catalogue_is_refused() {
    act(
            filed(),
            "handover",
            "{\"bodyCode\": \"NOBODY\", \"reason\": \"x\", \"replyToReporter\": \"x\"}")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-body"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/other-bodies")
        .then()
        .statusCode(200)
        .body("code", hasItems("EDUCATION", "POLICE"));
  }

  @Test
  void a_correction_reaches_the_problem_and_needs_the_version() {
    Response filed = filed();
    String body = "{\"categoryCode\": \"PIPE_BLOCKAGE\", \"communityCode\": \"370203008002\"}";
    String path = COMPLAINTS + "/" + filed.path("id");
    As.role(Role.SPECIAL_TEAM).body(body).patch(path).then().statusCode(428);
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", filed.header("ETag"))
        .body(body)
        .patch(path)
        .then()
        .statusCode(200)
        .body("categoryCode", equalTo("PIPE_BLOCKAGE"))
        .body("location.subdistrictCode", equalTo("370203008"));
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", filed.header("ETag"))
        .body(body)
        .patch(path)
        .then()
        .statusCode(412);
    problem(filed)
        .then()
        .body("categoryCode", equalTo("PIPE_BLOCKAGE"))
        .body("deadlineClass", equalTo("FACILITY"))
        .body("location.subdistrictCode", equalTo("370203008"));
  }

  @Test
  void a_correction_of_nothing_or_to_nothing_known_is_refused() {
    Response filed = filed();
    for (String body :
        new String[] {
          "{}",
          "{\"categoryCode\": \"NOTHING\"}",
          "{\"subdistrictCode\": \"999999999\"}",
          "{\"communityCode\": \"999999999999\"}",
          "{\"communityCode\": \"370203008002\", \"subdistrictCode\": \"370203021\"}"
        }) {
      As.role(Role.SPECIAL_TEAM)
          .header("If-Match", filed.header("ETag"))
          .body(body)
          .patch(COMPLAINTS + "/" + filed.path("id"))
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-request"));
    }
  }

  @Test
  void who_does_not_take_complaints_reads_them_without_name_and_number() {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "text": "我是王小明, 电话１９９００００ ０５０３, 楼顶漏雨",
                 "categoryCode": "ROOF_LEAK", "location": {"subdistrictCode": "370203021"},
                 "reporter": {"name": "王小明", "phone": "19900000503", "confidential": true}}
                """)
            .post(COMPLAINTS);
    for (Role role : new Role[] {Role.SUBDISTRICT, Role.TOP_LEADER, Role.ADMIN}) {
      As.role(role)
          .get(COMPLAINTS + "/" + complaint.path("id"))
          .then()
          .statusCode(200)
          .body("text", equalTo("我是王*, 电话199****0503, 楼顶漏雨"))
          .body("reporter.name", nullValue())
          .body("reporter.phone", nullValue());
    }
    problem(complaint).then().body("description", equalTo("我是王*, 电话199****0503, 楼顶漏雨"));
  }

  @Test
  void a_title_is_masked_before_it_is_cut() {
    String text = "屋".repeat(50) + "19900000503漏雨";
    Response complaint = sent("ROOF_LEAK", text, "示例路 " + UUID.randomUUID());
    problem(complaint).then().body("title", equalTo("屋".repeat(50) + "199****050…"));
  }
}
