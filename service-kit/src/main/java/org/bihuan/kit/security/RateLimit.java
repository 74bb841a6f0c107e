package org.bihuan.kit.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.bihuan.kit.refusal.TooMany;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts what one network address asks for without a login, before the body is read; and what each
 * of those asks for whom nobody vouches for: many phones share an address. Each replica counts for
 * itself.
 */
@Provider
@RateLimitedWithoutLogin("")
class RateLimit implements ContainerRequestFilter {

  private static final int MOST_SENDERS = 100_000;

  /** A provider hands a household or a server 64 bits of its own: all of them are one sender. */
  private static final int NETWORK_BYTES_OF_IPV6 = 8;

  private final LoadingCache<String, Bucket> buckets;
  private final HttpServerRequest request;
  private final ResourceInfo resource;
  private final Caller caller;

  RateLimit(
      HttpServerRequest request,
      ResourceInfo resource,
      Caller caller,
      @ConfigProperty(name = "bihuan.without-login.per-minute", defaultValue = "30")
          int perMinute) {
    this.request = request;
    this.resource = resource;
    this.caller = caller;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_SENDERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(sender -> bucket(perMinute));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (!caller.isVouchedFor() && !buckets.get(sender()).tryConsume(1)) {
      throw new TooMany(
          resource.getResourceMethod().getAnnotation(RateLimitedWithoutLogin.class).value());
    }
  }

  private String sender() {
    return caller.isAnonymous() ? network(request.remoteAddress().hostAddress()) : caller.subject();
  }

  /**
   * What counts as one sender: an IPv4 address, or the first 64 bits of an IPv6 address.
   *
   * @param address as a connection names it, never a host name
   */
  static String network(String address) {
    try {
      // Only the digits are parsed; nothing is looked up.
      InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES_OF_IPV6))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a connection from no address: " + address, e);
    }
  }
}
