package org.bihuan.intake.registration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.bihuan.kit.refusal.TooMany;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often one address may send complaints without a login. Counted by each replica for itself.
 */
@ApplicationScoped
class PublicRateLimit {

  private static final int MOST_ADDRESSES = 100_000;

  private final LoadingCache<String, Bucket> buckets;
  private final HttpServerRequest request;

  PublicRateLimit(
      HttpServerRequest request,
      @ConfigProperty(name = "bihuan.public-complaints.per-minute", defaultValue = "30")
          int perMinute) {
    this.request = request;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(
                address ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(perMinute)
                                    .refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
  }

  /** Takes one; the port of an address changes with every connection and does not count. */
  void take() {
    if (!buckets.get(request.remoteAddress().hostAddress()).tryConsume(1)) {
      throw new TooMany("too-many-complaints");
    }
  }
}
