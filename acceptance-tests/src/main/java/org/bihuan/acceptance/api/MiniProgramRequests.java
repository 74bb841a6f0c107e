package org.bihuan.acceptance.api;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** How residents ask by the mini-program. */
final class MiniProgramRequests {

  private final District district;

  MiniProgramRequests(District district) {
    this.district = district;
  }

  Map<String, Supplier<ValidRequest>> all() {
    Map<String, Supplier<ValidRequest>> byName = new HashMap<>();
    byName.put("openMiniProgramSession", () -> ValidRequest.act(Map.of(), code(), 201));
    byName.put("endMiniProgramSession", () -> ValidRequest.act(Map.of(), null, 204));
    byName.put("listMyComplaints", () -> ValidRequest.read(Map.of()));
    byName.put(
        "getMyComplaint", () -> ValidRequest.read(Map.of("id", district.residentsComplaint())));
    byName.put(
        "withdrawMyComplaint",
        () -> ValidRequest.act(Map.of("id", district.residentsComplaint()), null, 200));
    return byName;
  }

  /** Of another resident each time, since many sessions of one end the oldest. */
  private static String code() {
    return "{\"code\": \"local-" + UUID.randomUUID() + "\"}";
  }
}
