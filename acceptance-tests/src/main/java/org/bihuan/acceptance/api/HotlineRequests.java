package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How a hotline pushes calls, signed, and how complaints are sent by the thousand. */
public final class HotlineRequests {

  /** Only these requests sign for it, so that nobody else's keys are in the way. */
  private static final String CHANNEL = "HOTLINE_12345";

  private static final String KEYS = "/api/v1/channels/" + CHANNEL + "/keys";
  private static final Map<String, String> HOTLINE = Map.of("hotline", "12345");
  private static final Header NDJSON = new Header("Content-Type", "application/x-ndjson");

  private final District district;
  private final Map<String, String> secrets = new HashMap<>();

  HotlineRequests(District district) {
    this.district = district;
  }

  Map<String, Supplier<ValidRequest>> all() {
    return Map.of(
        "pushHotlineCall", () -> signed("SIGNING", 201),
        "tryHotlineCall", () -> signed("SANDBOX", 200),
        "registerComplaints", HotlineRequests::batch);
  }

  private ValidRequest signed(String use, int status) {
    String json =
        "{\"sourceRef\": \"%s\", \"text\": \"其他事项\", \"categoryCode\": \"OTHER\"}"
            .formatted(UUID.randomUUID());
    return new ValidRequest(
        HOTLINE, "", json, signature(secret(use), json), Optional.empty(), status);
  }

  private static ValidRequest batch() {
    String line = District.complaintOf(District.CHANNEL, "OTHER").replaceAll("\\s*\n\\s*", " ");
    return new ValidRequest(Map.of(), "", line, List.of(NDJSON), Optional.empty(), 200);
  }

  /** A key for all requests; those that an earlier proof has left are revoked, two may be live. */
  private synchronized String secret(String use) {
    return secrets.computeIfAbsent(
        use,
        wanted -> {
          for (JsonNode key : district.read(Role.ADMIN, ServiceName.INTAKE, KEYS)) {
            if (key.path("use").asText().equals(wanted) && key.path("revokedAt").isNull()) {
              String revoked = KEYS + "/" + key.path("id").asText();
              district.expectSuccess(
                  Call.of(ServiceName.INTAKE, "DELETE", revoked, null)
                      .as(district.login(Role.ADMIN)));
            }
          }
          String asked = "{\"holder\": \"示例热线公司\", \"use\": \"" + wanted + "\"}";
          return district.act(Role.ADMIN, ServiceName.INTAKE, KEYS, asked).path("secret").asText();
        });
  }

  /** The headers of a call that is signed now. */
  public static List<Header> signature(String secret, String body) {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    String nonce = UUID.randomUUID().toString();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = timestamp + "\n" + nonce + "\n" + body;
      return List.of(
          new Header("X-Timestamp", timestamp),
          new Header("X-Nonce", nonce),
          new Header(
              "X-Signature",
              HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
