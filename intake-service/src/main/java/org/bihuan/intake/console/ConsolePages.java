package org.bihuan.intake.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
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
    Optional<String> page = pageAt(path).filter(ConsolePages::isThere);
    if (page.isPresent()) {
      context.reroute(method, page.get());
      return;
    }
    if (path.startsWith(FILES)) {
      context.addHeadersEndHandler(written -> sayHowLongItHolds(context, path));
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

  private static void sayHowLongItHolds(RoutingContext context, String path) {
    String holds =
        context.response().getStatusCode() >= 400
            ? "no-store"
            : path.startsWith(NEVER_CHANGING) ? "public, max-age=31536000, immutable" : "no-cache";
    context.response().headers().set(HttpHeaders.CACHE_CONTROL, holds);
  }
}
