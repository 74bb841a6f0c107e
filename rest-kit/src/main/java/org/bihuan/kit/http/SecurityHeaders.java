package org.bihuan.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The headers by which an answer tells browsers and caches what they must not do with it. An answer
 * of the API is data: nothing may be loaded or run from it, shown in a frame, or kept.
 */
@Singleton
class SecurityHeaders {

  private static final String DATA_ONLY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=()";
  private static final String TWO_YEARS = "max-age=63072000";

  private final List<HttpGuardConfig.Page> pages;

  SecurityHeaders(HttpGuardConfig config) {
    this.pages = List.copyOf(config.pages().values());
  }

  void addTo(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    Optional<HttpGuardConfig.Page> page = pageAt(context.request().path());
    headers.set(
        "Content-Security-Policy",
        page.map(HttpGuardConfig.Page::contentSecurityPolicy).orElse(DATA_ONLY));
    headers.set(
        "Permissions-Policy", page.map(HttpGuardConfig.Page::permissionsPolicy).orElse(NO_DEVICES));
    if (page.isEmpty()) {
      context.addHeadersEndHandler(done -> keepNothingUnlessSaid(headers));
    }
    // Browsers ignore it on plain HTTP, and a proxy's word counts only when it is trusted.
    if ("https".equals(context.request().scheme())) {
      headers.set("Strict-Transport-Security", TWO_YEARS);
    }
  }

  /**
   * At the end: what an operation says later would stand beside it, and the stricter one counts.
   */
  private static void keepNothingUnlessSaid(MultiMap headers) {
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }

  private Optional<HttpGuardConfig.Page> pageAt(String path) {
    return pages.stream()
        .filter(page -> path != null)
        .filter(page -> path.equals(page.path()) || path.startsWith(page.path() + "/"))
        .findFirst();
  }
}
