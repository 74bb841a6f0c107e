package org.bihuan.intake.reporter;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps names and phone numbers encrypted (AES-256-GCM, a fresh nonce each) and findable by exact
 * number (HMAC-SHA-256). PIPL asks for encryption, de-identification and access control.
 */
@ApplicationScoped
public class ReporterVault {

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec encryptionKey;
  private final SecretKeySpec lookUpKey;
  private final SecureRandom random = new SecureRandom();

  ReporterVault(PersonalDataConfig config) {
    byte[] master = Base64.getDecoder().decode(config.key().strip());
    if (master.length != KEY_BYTES) {
      throw new IllegalStateException("bihuan.personal-data.key must be 32 bytes in base64");
    }
    SecretKeySpec masterKey = new SecretKeySpec(master, "HmacSHA256");
    encryptionKey = new SecretKeySpec(hmac(masterKey, "encryption"), "AES");
    lookUpKey = new SecretKeySpec(hmac(masterKey, "look-up"), "HmacSHA256");
  }

  /** Locks away what was sent; an anonymous reporter leaves nothing behind. */
  public Reporter lock(NewReporter sent) {
    if (sent == null || Boolean.TRUE.equals(sent.anonymous())) {
      return new Reporter(
          null, null, null, true, sent != null && Boolean.TRUE.equals(sent.confidential()), false);
    }
    return new Reporter(
        encrypt(sent.name()),
        encrypt(sent.phone()),
        sent.phone() == null ? null : phoneHash(sent.phone()),
        false,
        Boolean.TRUE.equals(sent.confidential()),
        Boolean.TRUE.equals(sent.wantsCallback()));
  }

  /** What everyone who may see the complaint sees of its reporter. */
  public ReporterView masked(Reporter reporter) {
    return new ReporterView(
        Masking.name(decrypt(reporter.name())),
        Masking.phone(decrypt(reporter.phone())),
        reporter.isAnonymous(),
        reporter.isConfidential(),
        reporter.wantsCallback());
  }

  /** Everything, for one who gave a reason that is on record. */
  public ReporterView inFull(Reporter reporter) {
    return new ReporterView(
        decrypt(reporter.name()),
        decrypt(reporter.phone()),
        reporter.isAnonymous(),
        reporter.isConfidential(),
        reporter.wantsCallback());
  }

  /** The reporter as sent, to take name and number out of a text. */
  public NewReporter unlocked(Reporter reporter) {
    return new NewReporter(
        decrypt(reporter.name()),
        decrypt(reporter.phone()),
        reporter.isAnonymous(),
        reporter.isConfidential(),
        reporter.wantsCallback());
  }

  /** Keyed fingerprint of a text, equal for equal texts and unreadable without the key. */
  public byte[] fingerprint(String text) {
    return hmac(lookUpKey, text);
  }

  /** Fingerprint of a phone number, by which complaints of the same number are found. */
  public byte[] phoneHash(String phone) {
    return hmac(lookUpKey, phone.replace("-", ""));
  }

  private byte[] encrypt(String text) {
    if (text == null) {
      return null;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] secret = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    byte[] stored = new byte[1 + NONCE_BYTES + secret.length];
    stored[0] = FORMAT;
    System.arraycopy(nonce, 0, stored, 1, NONCE_BYTES);
    System.arraycopy(secret, 0, stored, 1 + NONCE_BYTES, secret.length);
    return stored;
  }

  private String decrypt(byte[] stored) {
    if (stored == null) {
      return null;
    }
    byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
    byte[] secret = Arrays.copyOfRange(stored, 1 + NONCE_BYTES, stored.length);
    return new String(run(Cipher.DECRYPT_MODE, nonce, secret), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, encryptionKey, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("personal data cannot be read with the configured key", e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
