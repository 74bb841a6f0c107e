package org.bihuan.intake.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Leads the addresses that people see to the pages of the console: they are addresses of its
 * scripts, behind which no file lies. Without a console in the build, nothing is led anywhere.
 */
@ApplicationScoped
class ConsolePages {

  /** After the guard, before security and files. */
  private static final int EARLY = 1_000;

  private static final String FILES = "/console/";
  private static final String STAFF = FILES + "index.html";
  private static final String RESIDENTS = FILES + "r.html";

  /** Their names change with what is in them. */
  private static final String NEVER_CHANGING = FILES + "assets/";

  void register(@Observes Filters filters) {
    filters.register(this::receive, EARLY);
  }

  private void receive(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.request().path();
    if (path == null || method != HttpMethod.GET && method != HttpMethod.HEAD) {
      context.next();
      return;
    }
    Optional<String> instead =
        path.startsWith(NEVER_CHANGING)
            ? PackedFile.insteadOf(path, context.request())
                .filter(ConsolePages::isThere)
                .findFirst()
            : pageAt(path).filter(ConsolePages::isThere);
    if (instead.isPresent()) {
      context.reroute(method, instead.get());
      return;
    }
    if (path.startsWith(FILES)) {
      context.addHeadersEndHandler(written -> describe(context, path));
    }
    context.next();
  }

  /** The page whose script knows the address; none when a file or an answer of ours is meant. */
  private static Optional<String> pageAt(String path) {
    if (isAt("/r", path)) {
      return Optional.of(RESIDENTS);
    }
    boolean isFile = path.indexOf('.', path.lastIndexOf('/')) >= 0;
    if (path.equals("/") || isAt("/console", path) && !isFile && !path.startsWith(NEVER_CHANGING)) {
      return Optional.of(STAFF);
    }
    return Optional.empty();
  }

  private static boolean isAt(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  private static boolean isThere(String page) {
    return Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + page)
        != null;
  }

  private static void describe(RoutingContext context, String path) {
    boolean failed = context.response().getStatusCode() >= 400;
    boolean neverChanges = path.startsWith(NEVER_CHANGING);
    MultiMap headers = context.response().headers();
    headers.set(
        HttpHeaders.CACHE_CONTROL,
        failed ? "no-store" : neverChanges ? "public, max-age=31536000, immutable" : "no-cache");
    if (neverChanges && !failed) {
      headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      PackedFile.of(path).ifPresent(packing -> packing.describe(path, headers));
    }
  }
}
