package org.bihuan.intake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls that the pages show are signed as ours are, and their way to look at one is right. */
class PublishedVectorsTest {

  private static final int LATER = 301;

  @ParameterizedTest
  @CsvSource({
    "hotline-callbacks.md, 1",
    "hotline-callbacks.md, 2",
    "hotline-callbacks.zh-CN.md, 1",
    "hotline-callbacks.zh-CN.md, 2"
  })
  void a_call_that_a_page_shows_is_signed_as_ours_are(String page, int number) throws Exception {
    String text = Files.readString(Layout.ofTests().root().resolve("docs").resolve(page));
    String secret = cell(text, "whsec_", number);
    String id = cell(text, "01a22a81", number);
    String timestamp = cell(text, "1796", number);
    String signature = cell(text, "v1,", number);
    String body = found(text, "```text\\n(.*?)\\n```").get(number - 1).group(1);
    Instant now = Instant.ofEpochSecond(Long.parseLong(timestamp));
    assertEquals(signature, new Webhook(secret).sign(id, Long.parseLong(timestamp), body));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertTrue(isOurs(secret, id, timestamp, "v1,former " + signature, bytes, now));
    assertFalse(isOurs(secret, id, timestamp, "v1,former", bytes, now));
    assertFalse(isOurs(secret, id, timestamp, signature, bytes, now.plusSeconds(LATER)));
  }

  /** A cell of the table of calls that begins like this. */
  private static String cell(String page, String beginning, int number) {
    return found(page, "(?m)^\\|[^|]*\\| `(" + beginning + "[^`]*)` \\| `([^`]*)` \\|$")
        .get(0)
        .group(number);
  }

  private static List<MatchResult> found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().toList();
  }

  /** As the pages show it, but for the breaks of lines. */
  static boolean isOurs(
      String secret, String id, String timestamp, String signatures, byte[] body, Instant now)
      throws GeneralSecurityException {
    if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > 300) {
      return false;
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    byte[] expected =
        ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)))
            .getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (String signature : signatures.split(" ")) {
      found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }
}
