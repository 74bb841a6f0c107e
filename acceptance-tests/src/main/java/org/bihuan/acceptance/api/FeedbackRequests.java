package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * How reporters and clerks say what came of a complaint. Each complaint is asked about once, so
 * several belong to each problem that is written off for it.
 */
final class FeedbackRequests {

  private static final int REPORTERS = 10;
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String SAID =
      "{\"resolved\": false, \"satisfaction\": 2, \"comment\": \"仍有杂物\"}";
  private static final String REACHED =
      "{\"reached\": true, \"resolved\": true, \"satisfaction\": 4}";

  private final District district;
  private final Queue<JsonNode> complaints = new ArrayDeque<>();
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  FeedbackRequests(District district) {
    this.district = district;
    byName.put(
        "giveFeedback",
        () ->
            ValidRequest.act(
                Map.of("trackingCode", complaint().path("trackingCode").asText()), SAID, 200));
    byName.put("listFeedback", this::given);
    byName.put("getFeedbackFigures", () -> ValidRequest.read(Map.of()));
    byName.put(
        "listCallBacks",
        () -> {
          String complaint = id(complaint());
          return ValidRequest.list("?complaintId=" + complaint, complaint);
        });
    byName.put(
        "recordCallBackOutcome",
        () -> ValidRequest.act(Map.of("id", id(callAbout(complaint()))), REACHED, 200));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private static String id(JsonNode resource) {
    return resource.path("id").asText();
  }

  private ValidRequest given() {
    JsonNode complaint = complaint();
    district.act(
        Role.CHANNEL_CLERK,
        ServiceName.INTAKE,
        "/api/v1/call-backs/" + id(callAbout(complaint)) + "/outcome",
        REACHED);
    return ValidRequest.list(
        "?problemId=" + complaint.path("problemId").asText(), complaint.path("id").asText());
  }

  private JsonNode callAbout(JsonNode complaint) {
    return District.await(
        "a call-back",
        () ->
            district.first(
                Role.SPECIAL_TEAM,
                ServiceName.INTAKE,
                "/api/v1/call-backs?complaintId=" + id(complaint)));
  }

  /** A complaint whose problem is written off and whose reporter wants a call. */
  private synchronized JsonNode complaint() {
    if (complaints.isEmpty()) {
      writeOff();
    }
    return complaints.remove();
  }

  private void writeOff() {
    JsonNode recheck = district.plannedRecheck();
    String problem = recheck.path("problemId").asText();
    for (int i = 0; i < REPORTERS; i++) {
      complaints.add(joined(problem));
    }
    district.act(
        Role.INSPECTOR,
        ServiceName.INSPECTION,
        "/api/v1/rechecks/" + id(recheck) + "/outcome",
        "{\"outcome\": \"PASSED\"}");
    District.await(
        "the write-off",
        () ->
            Optional.of(
                    district.read(
                        Role.SPECIAL_TEAM, ServiceName.INTAKE, "/api/v1/problems/" + problem))
                .filter(read -> "WRITTEN_OFF".equals(read.path("status").asText())));
  }

  /** What waits on the desk is joined to the problem. */
  private JsonNode joined(String problem) {
    String body =
        District.complaintOf(District.CHANNEL, DeskCategory.CODE)
            .replace("\"19900000123\"", "\"19900000123\", \"wantsCallback\": true");
    String complaint = id(district.act(Role.CHANNEL_CLERK, ServiceName.INTAKE, COMPLAINTS, body));
    return district.act(
        Role.SPECIAL_TEAM,
        ServiceName.INTAKE,
        COMPLAINTS + "/" + complaint + "/merge",
        "{\"problemId\": \"" + problem + "\"}");
  }
}
