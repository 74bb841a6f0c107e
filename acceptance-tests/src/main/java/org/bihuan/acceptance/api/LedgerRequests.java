package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How the ledger is verified and exported, and its proofs are read. */
final class LedgerRequests {

  private static final String RUNS = "/api/v1/ledger/verifications";
  private static final String FROM_CHECKPOINT = "{\"from\": \"CHECKPOINT\"}";

  private final District district;

  LedgerRequests(District district) {
    this.district = district;
  }

  Map<String, Supplier<ValidRequest>> all() {
    Map<String, Supplier<ValidRequest>> byName = new HashMap<>();
    for (String name : new String[] {"listLedgerHeads", "listLedgerKeys"}) {
      byName.put(name, () -> ValidRequest.read(Map.of()));
    }
    byName.put(
        "exportLedger", () -> ValidRequest.read(Map.of()).asking("?fromSequence=1&toSequence=10"));
    byName.put(
        "getProblemInclusion",
        () -> ValidRequest.read(Map.of("id", district.issued().problemId())));
    byName.put("listLedgerVerifications", () -> ValidRequest.list("?limit=200", begun()));
    byName.put("getLedgerVerification", () -> ValidRequest.read(Map.of("id", begun())));
    byName.put(
        "beginLedgerVerification",
        () -> {
          awaitTurn();
          return ValidRequest.act(Map.of(), FROM_CHECKPOINT, 201);
        });
    return byName;
  }

  /** One that was begun, by whomever. */
  private String begun() {
    if (newest().isEmpty()) {
      Call begin = Call.of(ServiceName.INTAKE, "POST", RUNS, FROM_CHECKPOINT);
      district.send(begin.as(district.login(Role.ADMIN)));
    }
    return District.await("a verification", this::newest).path("id").asText();
  }

  private Optional<JsonNode> newest() {
    return district.first(Role.ADMIN, ServiceName.INTAKE, RUNS + "?limit=1");
  }

  /** One runs at a time. */
  private void awaitTurn() {
    District.await(
        "no verification under way",
        () -> {
          JsonNode newest =
              district.read(Role.ADMIN, ServiceName.INTAKE, RUNS + "?limit=1").path("items");
          return newest.at("/0/status").asText().equals("RUNNING")
              ? Optional.empty()
              : Optional.of(newest);
        });
  }
}
