package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.post;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.identity.Identity;

/** Meetings that are planned, held and decide, and items that they speak about. */
@ApplicationScoped
class MeetingActs {

  static final String MEETINGS = "/api/v1/meetings";

  @Inject District district;
  @Inject MovableClock clock;

  /**
   * Plans a meeting that began an hour ago.
   *
   * @param more further properties, each with a comma behind it
   */
  Response plan(Identity who, String kind, String more, String... items) {
    String agenda =
        List.of(items).stream()
            .map(id -> "{\"orderItemId\": \"" + id + "\"}")
            .collect(Collectors.joining(", "));
    return as(who)
        .body(
            """
            {"kind": "%s", "scheduledAt": "%s", "place": "专班会议室", "chair": "专班负责人", %s
             "attendees": [{"unitCode": "%s", "name": "经办人甲"}, {"unitCode": "市场建设服务一中心"}],
             "agenda": [%s]}
            """
                .formatted(
                    kind, clock.instant().minus(Duration.ofHours(1)), more, ENFORCEMENT, agenda))
        .post(MEETINGS);
  }

  String held(String kind, String... items) {
    String id = plan(TEAM, kind, "", items).then().statusCode(201).extract().path("id");
    hold(id, "[1]").then().statusCode(200);
    return id;
  }

  static Response hold(String id, String attended) {
    return as(TEAM).body("{\"attended\": " + attended + "}").post(MEETINGS + "/" + id + "/holding");
  }

  /**
   * The special team records a decision.
   *
   * @param item what it is about, or {@code null}
   * @param more further properties, each with a comma before it
   */
  static Response decide(String meeting, String item, String kind, String more) {
    String about = item == null ? "" : "\"orderItemId\": \"" + item + "\", ";
    return as(TEAM)
        .body("{" + about + "\"kind\": \"" + kind + "\", \"text\": \"分期整治\"" + more + "}")
        .post(MEETINGS + "/" + meeting + "/decisions");
  }

  /** The property {@code dueOn}, so many days from now. */
  String on(int days) {
    return ", \"dueOn\": \"" + DistrictTime.day(clock.instant()).plusDays(days) + "\"";
  }

  static void declareComplex(String id) {
    post(HANDLER, id, "/complexity", "{\"reason\": \"多家管线交错\"}").then().statusCode(200);
  }

  /** An item in the hands of its unit that was declared complex. */
  String complex() {
    String id = district.acknowledged();
    declareComplex(id);
    return id;
  }
}
