package org.bihuan.intake.open311.wire;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The end of an address says in which form it is answered, not the header {@code Accept}: browsers
 * send one that asks for HTML, and the standard knows no other choice than the suffix.
 */
@ApplicationScoped
class SuffixBeforeAccept {

  /** After the guard, before security and resources. */
  private static final int EARLY = 1_000;

  void register(@Observes Filters filters) {
    filters.register(SuffixBeforeAccept::accept, EARLY);
  }

  private static void accept(RoutingContext context) {
    String path = context.request().path();
    if (path != null && Open311.isAt(path)) {
      context.request().headers().set(HttpHeaders.ACCEPT, Open311.form(path));
    }
    context.next();
  }
}
