package org.bihuan.acceptance.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How operations by the standard Open311 are asked, all of them for JSON. */
final class Open311Requests {

  private static final Map<String, String> JSON = Map.of("format", "json");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final District district;

  Open311Requests(District district) {
    this.district = district;
  }

  Map<String, Supplier<ValidRequest>> all() {
    Map<String, Supplier<ValidRequest>> byName = new HashMap<>();
    byName.put("discoverOpen311", () -> ValidRequest.read(JSON));
    byName.put("listOpen311Services", () -> ValidRequest.read(JSON));
    byName.put("getOpen311Service", () -> of("code", "ROOF_LEAK"));
    byName.put("listServiceRequests", () -> ValidRequest.read(JSON).asking("?page_size=20"));
    byName.put("getServiceRequest", () -> of("id", told("serial")));
    byName.put("getServiceRequestId", () -> of("token", told("trackingCode")));
    byName.put(
        "reportServiceRequest",
        () -> ValidRequest.act(JSON, form(), 200).with("Content-Type", FORM));
    return byName;
  }

  private static ValidRequest of(String parameter, String value) {
    return ValidRequest.read(Map.of("format", "json", parameter, value));
  }

  private String told(String property) {
    return district.complaint("OTHER").path(property).asText();
  }

  /** By the key, whoever has logged in besides. */
  private String form() {
    String key = district.channelKey(District.CHANNEL).path("secret").asText();
    return "service_code=OTHER&api_key="
        + key
        + "&address_string="
        + URLEncoder.encode("示例路 12 号", StandardCharsets.UTF_8);
  }
}
