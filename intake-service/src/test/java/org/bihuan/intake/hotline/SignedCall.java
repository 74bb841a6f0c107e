package org.bihuan.intake.hotline;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A call as a vendor's machine sends it, right or with something put wrong on purpose. */
record SignedCall(Map<String, String> headers, byte[] body) {

  static SignedCall of(String secret, String json) {
    return of(secret, Long.toString(Instant.now().getEpochSecond()), nonce(), json);
  }

  static SignedCall of(String secret, String timestamp, String nonce, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Timestamp", timestamp);
    headers.put("X-Nonce", nonce);
    headers.put("X-Signature", SignaturePolicy.sign(secret, timestamp, nonce, body));
    return new SignedCall(headers, body);
  }

  static String nonce() {
    return UUID.randomUUID().toString();
  }

  /** The same with another header; without it when {@code value} is {@code null}. */
  SignedCall with(String header, String value) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.remove(header);
    if (value != null) {
      others.put(header, value);
    }
    return new SignedCall(others, body);
  }

  SignedCall carrying(String json) {
    return new SignedCall(headers, json.getBytes(StandardCharsets.UTF_8));
  }

  Response to(String address) {
    RequestSpecification call =
        RestAssured.given()
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
            .contentType("application/json")
            .header("Accept-Language", "en")
            .headers(headers);
    return body.length == 0 ? call.post(address) : call.body(body).post(address);
  }
}
