package org.bihuan.kit.idempotency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;

/**
 * The {@code Idempotency-Key} of the running request and the fingerprint of what was asked under
 * it.
 */
@RequestScoped
public class RequestKey {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

  /** 128 random bits take so many characters in base64, the shortest of the usual spellings. */
  private static final int SHORTEST_RANDOM = 22;

  private static final int FEWEST_DIFFERENT = 10;

  private final HttpHeaders headers;
  private final Request request;
  private final UriInfo uri;
  private final Caller caller;
  private byte[] body = new byte[0];

  RequestKey(HttpHeaders headers, Request request, UriInfo uri, Caller caller) {
    this.headers = headers;
    this.request = request;
    this.uri = uri;
    this.caller = caller;
  }

  /** Told by the reader of the body. */
  public void bodyWas(byte[] bytes) {
    body = bytes;
  }

  /**
   * The running request, when it carries a key.
   *
   * <p>All callers without a login share one space of keys, so theirs must be long and random: a
   * short one would block a stranger's, or be guessed and hand out a stranger's answer.
   *
   * @throws Invalid when the key is empty, longer than 255 characters or not printable ASCII, or
   *     when a caller without a login sends one that cannot be random
   */
  public Optional<KeyedRequest> keyed() {
    String key = headers.getHeaderString(HEADER);
    if (key == null) {
      return Optional.empty();
    }
    if (!PRINTABLE.matcher(key).matches()) {
      throw new Invalid(HEADER, "idempotency-key");
    }
    if (caller.isAnonymous() && !looksRandom(key)) {
      throw new Invalid(HEADER, "idempotency-key-not-random", SHORTEST_RANDOM);
    }
    return Optional.of(new KeyedRequest(caller.subject(), key, fingerprint()));
  }

  private static boolean looksRandom(String key) {
    return key.length() >= SHORTEST_RANDOM && key.chars().distinct().count() >= FEWEST_DIFFERENT;
  }

  /**
   * SHA-256 over method, path, query and body, and what the caller may see and do: whose rights
   * have changed since is not handed what was answered before.
   */
  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((request.getMethod() + " " + target()).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(caller.rights().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(body);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What is only tried out is not what is done: a parameter can make them differ. */
  private String target() {
    String query = uri.getRequestUri().getRawQuery();
    String path = uri.getRequestUri().getRawPath();
    return query == null ? path : path + "?" + query;
  }
}
