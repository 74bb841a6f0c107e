package org.bihuan.intake.registration.spam;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
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

  /** By the text itself: two texts are never taken for one. */
  private final LoadingCache<String, AtomicInteger> sent =
      Caffeine.newBuilder()
          .maximumSize(MOST_TEXTS)
          .expireAfterWrite(Duration.ofHours(1))
          .build(text -> new AtomicInteger());

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
    if (sent.get(SpamPolicy.plain(subject, text)).incrementAndGet() > perHour) {
      throw new TooMany("same-text-too-often");
    }
  }

  private boolean namesMatter(String subject, String text) {
    return !keywords.suggest(subject, text).isEmpty()
        || keywords.isLikelyAnotherBodys(subject, text)
        || recognition.of(subject, text).place() != null;
  }
}
