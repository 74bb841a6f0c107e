package org.bihuan.kit.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that are shared with another system, such as those by which calls are signed:
 * AES-256-GCM under the configured key, each bound to the record it belongs to. A copy of the
 * database alone signs nothing.
 */
@ApplicationScoped
public class SecretSeal {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** {@code null} when none is configured. */
  private final SecretKeySpec key;

  public SecretSeal(SecretConfig config) {
    key = config.key().map(SecretSeal::read).orElse(null);
  }

  private static SecretKeySpec read(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException notBase64) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException("bihuan.secrets.key must be 32 bytes in base64");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Whether a key is configured; without one there is nothing to seal with. */
  public boolean hasKey() {
    return key != null;
  }

  /**
   * The secret as it is kept.
   *
   * @param owner the record it belongs to
   */
  public byte[] seal(UUID owner, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, owner)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES/GCM", e);
    }
  }

  /** Nothing when it was sealed under another key or for another record. */
  public Optional<String> open(UUID owner, byte[] sealed) {
    if (key == null) {
      return Optional.empty();
    }
    try {
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), owner)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException notThisKey) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, UUID owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
