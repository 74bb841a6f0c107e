package org.bihuan.inspection.accountability;

import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Callers;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** An item that is not put right, and what is decided about its unit. */
public final class FailingItem {

  public static final String CASES = "/api/v1/accountability-cases";

  static final Identity COMMITTEE = Identity.of(Role.COMMITTEE_INSPECTOR);
  static final Identity DISCIPLINE = Identity.of(Role.DISCIPLINE);

  private final AcceptedReply reply = AcceptedReply.first();
  private int round;

  public String problemId() {
    return reply.problemId().toString();
  }

  public UUID itemId() {
    return reply.itemId();
  }

  /** The unit replies, and an inspector finds {@code outcome}; returns the id of the re-check. */
  public String failOf(String unit, String outcome) {
    return seen(inspector(), unit, outcome);
  }

  /** The same that {@code who} finds not put right. */
  String failSeenBy(Identity who) {
    return seen(as(who), Callers.LEAD_UNIT, "NOT_RECTIFIED");
  }

  /** The same, sent twice under one key as after a lost answer. */
  void failSentTwice() {
    String recheck = reply.ofRound(round).recheck();
    round++;
    for (int sent = 1; sent <= 2; sent++) {
      give(inspector().header("Idempotency-Key", "outcome-" + recheck), recheck, "NOT_RECTIFIED");
    }
  }

  private String seen(RequestSpecification by, String unit, String outcome) {
    String recheck = reply.ofRound(round).ofUnit(unit).recheck();
    round++;
    give(by, recheck, outcome);
    return recheck;
  }

  private static void give(RequestSpecification by, String recheck, String outcome) {
    by.body(Map.of("outcome", outcome, "note", "现场未整改"))
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(200);
  }

  public String fail() {
    return failOf(Callers.LEAD_UNIT, "NOT_RECTIFIED");
  }

  /** Cases about it as a first leader reads them. */
  Response cases() {
    return as(Role.TOP_LEADER).get(CASES + "?problemId=" + problemId());
  }

  /** The case of a level that the system has proposed. */
  String caseOf(String level) {
    return cases().path("items.find { it.level == '" + level + "' }?.id");
  }

  /** Cards about it as the special team reads them. */
  public Response cards() {
    return Callers.team().get("/api/v1/warning-cards?sort=issuedAt&itemId=" + itemId());
  }

  static Response decide(Identity by, String id, String decision) {
    return as(by)
        .body(Map.of("decision", decision, "reason", "事实清楚"))
        .post(CASES + "/" + id + "/decision");
  }

  static Response serve(Identity by, String id) {
    return as(by).post(CASES + "/" + id + "/service");
  }

  /** A case that {@code by} proposes by hand on the ground of a re-check. */
  static Response propose(Identity by, String level, String unit, String recheck) {
    return as(by)
        .body(
            """
            {"level":"%s","subjectUnitCode":"%s","basis":[{"kind":"RECHECK","id":"%s"}],"suggestion":"建议督查"}
            """
                .formatted(level, unit, recheck))
        .post(CASES);
  }
}
