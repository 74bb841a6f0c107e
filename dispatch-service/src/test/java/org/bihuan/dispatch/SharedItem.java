package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.localstack.identity.Identity;

/** Items that a joint unit and an external party help with. */
@ApplicationScoped
class SharedItem {

  static final String JOINT = "TRAFFIC_POLICE";
  static final String EXTERNAL = "CABLE_OPERATOR_1";
  static final Map<String, String> REPLY = Map.of("measures", "疏导交通", "resultSummary", "已恢复");

  @Inject District district;

  /** Issues a special order about one problem to {@link District#ENFORCEMENT}. */
  static Response order(UUID problemId, String... joint) {
    return as(TEAM)
        .body(
            Map.of(
                "kind",
                "SPECIAL",
                "leadUnitCode",
                District.ENFORCEMENT,
                "jointUnitCodes",
                List.of(joint),
                "items",
                List.of(Map.of("problemId", problemId, "deadlineClass", "GENERAL"))))
        .post("/api/v1/orders");
  }

  static Response reply(Identity who, String id, String unit) {
    return as(who).body(REPLY).post("/api/v1/order-items/" + id + "/tasks/" + unit + "/reply");
  }

  String issued() {
    return issued(district.problem("OTHER", DeadlineClass.GENERAL));
  }

  String issued(ProblemFiled problem) {
    String id = district.itemOf(problem).getString("items[0].id");
    order(problem.problemId(), JOINT, EXTERNAL).then().statusCode(201);
    return id;
  }

  String acknowledged() {
    String id = issued();
    district.acknowledge(id).then().statusCode(200);
    return id;
  }

  /** All units have replied, the lead unit last. */
  String replied() {
    String id = acknowledged();
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    reply(handlerOf(District.ENFORCEMENT), id, EXTERNAL).then().statusCode(200);
    district.replyFinally(id).then().statusCode(201);
    return id;
  }
}
