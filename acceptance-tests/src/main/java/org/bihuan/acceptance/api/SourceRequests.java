package org.bihuan.acceptance.api;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How what comes from above is asked for and imported. */
final class SourceRequests {

  private final District district;

  SourceRequests(District district) {
    this.district = district;
  }

  Map<String, Supplier<ValidRequest>> all() {
    return Map.of(
        "listKeyTasks",
        () -> ValidRequest.list("?limit=200", keyTask()),
        "getKeyTaskFigures",
        () -> ValidRequest.read(Map.of()),
        "getComplaintTemplate",
        () -> ValidRequest.read(Map.of()),
        "importComplaints",
        () ->
            ValidRequest.act(Map.of(), "来源,编号,内容\n专班发现,%s,道路遗撒\n".formatted(UUID.randomUUID()), 200)
                .with("Content-Type", "text/csv"));
  }

  /** Id of a key task that waits on the desk. */
  private String keyTask() {
    return district
        .act(
            Role.SPECIAL_TEAM,
            ServiceName.INTAKE,
            "/api/v1/complaints",
            """
            {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "WEEKLY_KEY_TASK", "text": "农贸市场整治",
             "categoryCode": "OTHER", "source": {"week": "2026-W48", "title": "农贸市场整治", "dueOn": "2026-11-29"}}
            """)
        .path("id")
        .asText();
  }
}
