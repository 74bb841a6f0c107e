package org.bihuan.intake.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.intake.attachment.AttachmentConfig;
import org.bihuan.kit.refusal.Forbidden;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Links to files that hold for a few minutes and for nobody's login: a page can show them. Signed
 * with HMAC-SHA-256, by a key derived from that of the personal data.
 */
@ApplicationScoped
public class SignedLinks {

  private static final String ALGORITHM = "HmacSHA256";

  private final AttachmentConfig config;
  private final Clock clock;
  private final UriInfo uri;
  private final SecretKeySpec key;

  SignedLinks(
      AttachmentConfig config,
      Clock clock,
      UriInfo uri,
      @ConfigProperty(name = "bihuan.personal-data.key") String master) {
    this.config = config;
    this.clock = clock;
    this.uri = uri;
    byte[] masterKey = Base64.getDecoder().decode(master.strip());
    this.key =
        new SecretKeySpec(
            hmac(new SecretKeySpec(masterKey, ALGORITHM), "attachment-links"), ALGORITHM);
  }

  /** When links made now stop to lead anywhere. */
  public Instant expiry() {
    return clock.instant().plus(config.linkValid()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The link, at the address at which the service was asked. */
  public String address(UUID id, Variant variant, Instant expiry) {
    return uri.getBaseUri().resolve(path(id, variant, expiry)).toString();
  }

  /** The link, relative to the service's root. */
  String path(UUID id, Variant variant, Instant expiry) {
    long expires = expiry.getEpochSecond();
    return "/api/v1/attachments/%s/content?variant=%s&expires=%d&signature=%s"
        .formatted(id, variant, expires, signature(id, variant, expires));
  }

  /**
   * Lets those in who have a link that was made here and is still good.
   *
   * @throws Forbidden {@code attachment-link-invalid}, {@code attachment-link-expired}
   */
  void check(UUID id, Variant variant, Long expires, String signature) {
    if (variant == null || expires == null || signature == null) {
      throw new Forbidden("attachment-link-invalid");
    }
    byte[] right = signature(id, variant, expires).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))) {
      throw new Forbidden("attachment-link-invalid");
    }
    if (clock.instant().getEpochSecond() >= expires) {
      throw new Forbidden("attachment-link-expired");
    }
  }

  private String signature(UUID id, Variant variant, long expires) {
    return HexFormat.of().formatHex(hmac(key, id + "\n" + variant + "\n" + expires));
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
