package org.bihuan.acceptance.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How people's own data is asked for, and its erasure. */
final class PersonalDataRequests {

  private static final String COMPLAINTS = "/api/v1/complaints/";
  private static final String REQUESTS = "/api/v1/personal-data-requests";
  private static final String CODE = "trackingCode";

  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();
  private final District district;

  PersonalDataRequests(District district) {
    this.district = district;
    byName.put(
        "requestPersonalData",
        () ->
            ValidRequest.act(
                Map.of(), request(district.complaint("OTHER").path(CODE).asText()), 201));
    byName.put("listPersonalDataRequests", () -> ValidRequest.list("?limit=200", requested()));
    byName.put("eraseOwnData", () -> ValidRequest.act(Map.of(CODE, ended()), null, 200));
    byName.put("listPersonalDataKeys", () -> ValidRequest.read(Map.of()));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return Map.copyOf(byName);
  }

  private static String request(String trackingCode) {
    return "{\"kind\": \"EXPORT\", \"trackingCode\": \"%s\", \"reason\": \"本人来电查询\"}"
        .formatted(trackingCode);
  }

  private String requested() {
    String code = district.complaint("OTHER").path(CODE).asText();
    return district
        .act(Role.SPECIAL_TEAM, ServiceName.INTAKE, REQUESTS, request(code))
        .at("/request/id")
        .asText();
  }

  /** The code of a complaint that was rejected. */
  private String ended() {
    String id = district.complaint("OTHER").path("id").asText();
    return district
        .act(
            Role.SPECIAL_TEAM,
            ServiceName.INTAKE,
            COMPLAINTS + id + "/rejection",
            "{\"reason\": \"不属于本区\"}")
        .path(CODE)
        .asText();
  }
}
