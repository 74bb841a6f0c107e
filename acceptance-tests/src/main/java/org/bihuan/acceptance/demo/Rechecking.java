package org.bihuan.acceptance.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.layout.ServiceName;

/** Looks again on the spot. */
final class Rechecking {

  private static final String RECHECKS = "/api/v1/rechecks";

  private final Acts acts;
  private final Vocabulary vocabulary;

  Rechecking(Acts acts, Vocabulary vocabulary) {
    this.acts = acts;
    this.vocabulary = vocabulary;
  }

  void assign(HeldItem item) {
    acts.post(
        People.TEAM,
        ServiceName.INSPECTION,
        RECHECKS + "/" + planned(item) + "/assignment",
        Map.of(
            "inspectors",
            List.of(Map.of("subject", "测试督查员" + item.number() % 12, "unitCode", "SPECIAL_TEAM"))));
  }

  void pass(HeldItem item) {
    outcome(item, "PASSED", vocabulary.word("passed", item.number()));
  }

  /** Finds that it is not done, and returns when the unit has it again. */
  void fail(HeldItem item, String outcome) {
    outcome(item, outcome, vocabulary.word("notRectified", item.number()));
    acts.await(
        People.TEAM,
        ServiceName.DISPATCH,
        "/api/v1/order-items?problemId=" + item.problemId(),
        seen -> seen.path("status").asText().equals("REWORK"));
  }

  private void outcome(HeldItem item, String outcome, String note) {
    Place place = item.plan().complaint().place();
    acts.post(
        People.INSPECTOR,
        ServiceName.INSPECTION,
        RECHECKS + "/" + planned(item) + "/outcome",
        Map.of(
            "outcome",
            outcome,
            "note",
            note,
            "arrivedAt",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            "longitude",
            place.longitude(),
            "latitude",
            place.latitude(),
            "crs",
            "WGS84"),
        outcome);
  }

  private String planned(HeldItem item) {
    return acts.await(
            People.INSPECTOR,
            ServiceName.INSPECTION,
            RECHECKS + "?status=PLANNED&problemId=" + item.problemId(),
            seen -> true)
        .path("id")
        .asText();
  }
}
