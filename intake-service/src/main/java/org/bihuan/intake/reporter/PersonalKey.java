package org.bihuan.intake.reporter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One configured secret and the keys derived from it: AES-256-GCM for what is locked away,
 * HMAC-SHA-256 for look-up, and a name of four bytes that tells nothing of the secret.
 */
final class PersonalKey {

  static final int ID_BYTES = 4;
  static final int NONCE_BYTES = 12;

  private static final int KEY_BYTES = 32;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec encryptionKey;
  private final SecretKeySpec lookUpKey;
  private final int id;

  private PersonalKey(byte[] secret) {
    SecretKeySpec master = new SecretKeySpec(secret, "HmacSHA256");
    encryptionKey = new SecretKeySpec(hmac(master, "encryption"), "AES");
    lookUpKey = new SecretKeySpec(hmac(master, "look-up"), "HmacSHA256");
    id = ByteBuffer.wrap(hmac(master, "identification")).getInt();
  }

  /**
   * The key of a setting.
   *
   * @param setting its name, for the refusal
   * @throws IllegalStateException when {@code text} is not 32 bytes in base64
   */
  static PersonalKey of(String setting, String text) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException notBase64) {
      secret = new byte[0];
    }
    if (secret.length != KEY_BYTES) {
      throw new IllegalStateException(setting + " must be 32 bytes in base64");
    }
    return new PersonalKey(secret);
  }

  int id() {
    return id;
  }

  /** The name in eight hexadecimal digits, for people. */
  String name() {
    return HexFormat.of().toHexDigits(id);
  }

  /** Fingerprint of a text, the same each time. */
  byte[] fingerprint(String text) {
    return hmac(lookUpKey, text);
  }

  /** Nonce and what is hidden; opens only with the same {@code bound}. */
  byte[] seal(byte[] bound, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] secret =
          cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + secret.length).put(nonce).put(secret).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/GCM", e);
    }
  }

  /** Nothing when it was sealed by another key or for another place, or was changed since. */
  Optional<String> open(byte[] bound, ByteBuffer sealed) {
    if (sealed.remaining() < NONCE_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    sealed.get(nonce);
    byte[] secret = new byte[sealed.remaining()];
    sealed.get(secret);
    try {
      return Optional.of(
          new String(
              cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(secret), StandardCharsets.UTF_8));
    } catch (AEADBadTagException notThisKey) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, encryptionKey, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(bound);
    return cipher;
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
