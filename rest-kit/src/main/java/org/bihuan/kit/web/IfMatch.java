package org.bihuan.kit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.bihuan.kit.refusal.PreconditionFailed;
import org.bihuan.kit.refusal.PreconditionRequired;

/** The version the caller believes to be acting on. */
@RequestScoped
public class IfMatch {

  private final HttpHeaders headers;

  IfMatch(HttpHeaders headers) {
    this.headers = headers;
  }

  /**
   * Checks the version when the caller named one, as an action does.
   *
   * @throws PreconditionFailed when the record has another version by now
   */
  public void check(long version) {
    String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.strip().equals("*")) {
      return;
    }
    boolean matches =
        Arrays.stream(given.split(",")).map(String::strip).anyMatch(tag -> names(tag, version));
    if (!matches) {
      throw new PreconditionFailed("stale-version");
    }
  }

  /**
   * Checks the version and insists on one, as a replacement does.
   *
   * @throws PreconditionRequired when the caller named none
   */
  public void require(long version) {
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
      throw new PreconditionRequired("if-match-required");
    }
    check(version);
  }

  private static boolean names(String tag, long version) {
    return tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + ".");
  }
}
