package org.bihuan.intake.publicrate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often one address may do something without a login. Counted by each replica for itself. */
public final class PublicRate {

  private static final int MOST_ADDRESSES = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  public PublicRate(int perMinute) {
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

  /** Takes one for {@code address}, if there is one left. */
  public boolean take(String address) {
    return buckets.get(address).tryConsume(1);
  }
}
