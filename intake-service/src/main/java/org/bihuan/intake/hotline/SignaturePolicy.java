package org.bihuan.intake.hotline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.kit.refusal.Unauthorized;
import org.bihuan.kit.time.Moments;

/**
 * What the signature of a call must be: the lower-case hexadecimal HMAC-SHA256 of {@code
 * timestamp\nnonce\nbody}, made in the last five minutes (ADR 0048). The published vectors are
 * checked by just this.
 */
final class SignaturePolicy {

  /** How far the clock of a hotline may be from ours, either way [contract]. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";

  /** Seconds until the year 5138; thirteen digits are milliseconds, a common mistake. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private static final Pattern NONCE = Pattern.compile("[!-~]{16,128}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

  private SignaturePolicy() {}

  /**
   * Refuses what cannot be right whatever the key.
   *
   * @throws Unauthorized {@code signature-missing}, {@code timestamp-malformed}, {@code
   *     nonce-malformed}, {@code timestamp-outside-window} or {@code signature-wrong}
   */
  static void check(CallHeaders headers, Instant now) {
    if (headers.timestamp == null || headers.nonce == null || headers.signature == null) {
      throw new Unauthorized("signature-missing");
    }
    Instant signedAt = moment(headers.timestamp);
    if (!NONCE.matcher(headers.nonce).matches()) {
      throw new Unauthorized("nonce-malformed");
    }
    if (Duration.between(signedAt, now).abs().compareTo(WINDOW) > 0) {
      throw new Unauthorized("timestamp-outside-window", now.toString());
    }
    if (!SIGNATURE.matcher(headers.signature).matches()) {
      throw new Unauthorized("signature-wrong");
    }
  }

  private static Instant moment(String timestamp) {
    try {
      return SECONDS.matcher(timestamp).matches()
          ? Instant.ofEpochSecond(Long.parseLong(timestamp))
          : Moments.read(timestamp);
    } catch (DateTimeException none) {
      throw new Unauthorized("timestamp-malformed");
    }
  }

  /** Whether this secret made the signature; takes as long whatever the answer. */
  static boolean matches(String secret, CallHeaders headers, byte[] body) {
    return MessageDigest.isEqual(
        sign(secret, headers.timestamp, headers.nonce, body).getBytes(StandardCharsets.US_ASCII),
        headers.signature.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The signature of a call.
   *
   * @param secret as it was shown; its UTF-8 bytes are the key
   */
  static String sign(String secret, String timestamp, String nonce, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + "\n" + nonce + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
