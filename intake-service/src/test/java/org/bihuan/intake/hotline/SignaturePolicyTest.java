package org.bihuan.intake.hotline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.Unauthorized;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that vendors are given, which were made by another program. */
class SignaturePolicyTest {

  private static final int FEWEST = 12;
  private static final String ACCEPTED = "accepted";

  static Stream<Arguments> vectors() throws IOException {
    return new ObjectMapper()
        .readTree(Layout.ofTests().root().resolve("docs/hotline-vectors.json").toFile())
        .path("vectors")
        .valueStream()
        .map(vector -> Arguments.of(vector.path("name").asText(), vector));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void a_published_vector_is_judged_as_published(String name, JsonNode vector) {
    String expected = vector.path(ACCEPTED).asBoolean() ? ACCEPTED : vector.path("code").asText();
    assertEquals(expected, judged(vector), name + ": " + vector.path("why").asText());
  }

  private static String judged(JsonNode vector) {
    CallHeaders headers = new CallHeaders();
    headers.timestamp = vector.path("timestamp").asText();
    headers.nonce = vector.path("nonce").asText();
    headers.signature = vector.path("signature").asText();
    try {
      SignaturePolicy.check(headers, Instant.parse(vector.path("now").asText()));
      boolean right =
          SignaturePolicy.matches(vector.path("secret").asText(), headers, body(vector));
      return right ? ACCEPTED : "signature-wrong";
    } catch (Unauthorized refusal) {
      return refusal.code();
    }
  }

  private static byte[] body(JsonNode vector) {
    return Base64.getDecoder().decode(vector.path("bodyBase64").asText());
  }

  @Test
  void the_vectors_are_enough_and_show_the_bytes_that_they_mean() throws IOException {
    assertTrue(vectors().count() >= FEWEST);
    vectors()
        .map(vector -> (JsonNode) vector.get()[1])
        .filter(vector -> vector.has("body"))
        .forEach(
            vector ->
                assertEquals(
                    vector.path("body").asText(),
                    new String(body(vector), StandardCharsets.UTF_8)));
  }
}
