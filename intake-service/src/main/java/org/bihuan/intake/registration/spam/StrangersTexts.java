package org.bihuan.intake.registration.spam;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.intake.category.CategoryRecognition;
import org.bihuan.intake.recognition.Recognition;
import org.bihuan.kit.refusal.TooMany;
import org.bihuan.kit.refusal.Unprocessable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what comes without a login again and again, or surely tells of nothing. Each replica
 * counts for itself.
 */
@ApplicationScoped
public class StrangersTexts {

  private static final int MOST_TEXTS = 50_000;

  private final CategoryRecognition keywords;
  private final Recognition recognition;
  private final int perHour;

  /** By the SHA-256 of the plain text, which may be many times as long as what was sent. */
  private final LoadingCache<ByteBuffer, AtomicInteger> sent =
      Caffeine.newBuilder()
          .maximumSize(MOST_TEXTS)
          .expireAfterWrite(Duration.ofHours(1))
          .build(digest -> new AtomicInteger());

  StrangersTexts(
      CategoryRecognition keywords,
      Recognition recognition,
      @ConfigProperty(name = "bihuan.without-login.same-text-per-hour", defaultValue = "50")
          int perHour) {
    this.keywords = keywords;
    this.recognition = recognition;
    this.perHour = perHour;
  }

  /**
   * Lets a text in, and counts it.
   *
   * @param subject headline, or {@code null}
   * @param located whether the sender says where it is
   * @throws Unprocessable {@code looks-like-advertising}
   * @throws TooMany {@code same-text-too-often}
   */
  public void admit(String subject, String text, boolean located) {
    if (SpamPolicy.hasSigns(subject, text)
        && SpamPolicy.looksLikeAdvertising(subject, text, located || namesMatter(subject, text))) {
      throw new Unprocessable("looks-like-advertising");
    }
    if (sent.get(digest(SpamPolicy.plain(subject, text))).incrementAndGet() > perHour) {
      throw new TooMany("same-text-too-often");
    }
  }

  private static ByteBuffer digest(String text) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private boolean namesMatter(String subject, String text) {
    return !keywords.suggest(subject, text).isEmpty()
        || keywords.isLikelyAnotherBodys(subject, text)
        || recognition.of(subject, text).place() != null;
  }
}
