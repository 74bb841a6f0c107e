package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.bihuan.localstack.layout.ServiceName;

/** Takes complaints in and decides about those that wait on the special team's desk. */
final class Intake {

  private static final String COMPLAINTS = "/api/v1/complaints";

  private final Acts acts;
  private final Vocabulary vocabulary;
  private final Instant now;

  Intake(Acts acts, Vocabulary vocabulary, Instant now) {
    this.acts = acts;
    this.vocabulary = vocabulary;
    this.now = now;
  }

  JsonNode register(PlannedComplaint complaint) {
    return acts.post(
        People.clerk(complaint.channel()),
        ServiceName.INTAKE,
        COMPLAINTS,
        complaint.toJson(now),
        complaint.channel());
  }

  /**
   * Makes a problem of it that waits for an order: PLANNED has no limit by the hour, so no rule
   * issues it.
   *
   * @return the problem's id
   */
  String fileForOrder(PlannedItem item) {
    JsonNode complaint = register(item.complaint());
    String problem =
        decide(
                complaint,
                "filing",
                Map.of("categoryCode", item.kind().category(), "deadlineClass", "PLANNED"))
            .path("problemId")
            .asText();
    if (item.repeatedBy() != null) {
      decide(
          register(item.complaint().againBy(item.repeatedBy())),
          "merge",
          Map.of("problemId", problem));
    }
    return problem;
  }

  /** Files one of no category, which no rule gives to a unit. */
  void fileUnassigned(PlannedComplaint complaint) {
    boolean urgent = complaint.text().contains("坠落");
    decide(
        register(complaint),
        "filing",
        Map.of("deadlineClass", urgent ? "EMERGENCY" : "GENERAL", "title", complaint.text()));
  }

  /** Registers one that a rule is sure of; where it is not, the desk is. */
  void registerByRule(PlannedComplaint complaint) {
    JsonNode registered = register(complaint);
    if (registered.path("status").asText().equals("RECEIVED")) {
      String category = vocabulary.kindNamed(complaint.subject()).category();
      decide(registered, "filing", Map.of("categoryCode", category));
    }
  }

  /** Half of them wait for the desk; the others are refused, handed over or taken back. */
  void registerForDesk(PlannedComplaint complaint, int turn) {
    JsonNode registered = register(complaint);
    switch (turn % 6) {
      case 0 -> decide(registered, "rejection", Map.of("reason", vocabulary.word("rejection")));
      case 1 ->
          decide(
              registered,
              "handover",
              Map.of(
                  "bodyCode", "ENVIRONMENT",
                  "reason", vocabulary.word("handover"),
                  "replyToReporter", vocabulary.word("handover")));
      case 2 -> decide(registered, "withdrawal", null);
      default -> {
        // Stays on the desk.
      }
    }
  }

  JsonNode decide(JsonNode complaint, String decision, Map<String, Object> body) {
    return acts.post(
        People.TEAM,
        ServiceName.INTAKE,
        COMPLAINTS + "/" + complaint.path("id").asText() + "/" + decision,
        body);
  }
}
