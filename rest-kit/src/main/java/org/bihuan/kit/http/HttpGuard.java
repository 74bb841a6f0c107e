package org.bihuan.kit.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first and the last that a request meets, before security and resources: headers on every
 * answer, limits, and a problem for what the router refuses by itself. What is no HTTP at all, the
 * server beneath refuses without a body.
 */
@ApplicationScoped
class HttpGuard {

  private static final int FIRST = Integer.MAX_VALUE;
  private static final int JUST_BEFORE_RESOURCES = 1;
  private static final int BEFORE_THE_FRAMEWORK = Integer.MIN_VALUE;

  /** A body of so many bytes is read however full the room is: most complaints are shorter. */
  private static final int NEVER_REFUSED = 16 * 1024;

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.DELETE,
          HttpMethod.PATCH,
          HttpMethod.OPTIONS);
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "bad-request",
          404, "not-found",
          405, "method-not-allowed",
          413, "too-large",
          500, "internal-error");

  private final HttpGuardConfig config;
  private final SecurityHeaders headers;
  private final HttpGuardProblems problems;
  private final LastConnections lastConnections;
  private final Set<String> origins;
  private final List<BodyBounds> bodyBounds;

  HttpGuard(
      HttpGuardConfig config,
      SecurityHeaders headers,
      HttpGuardProblems problems,
      LastConnections lastConnections,
      @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
    this.config = config;
    this.headers = headers;
    this.problems = problems;
    this.lastConnections = lastConnections;
    this.bodyBounds = BodyBounds.of(config);
    this.origins = Set.copyOf(origins.orElse(List.of()));
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, FIRST);
    filters.register(this::readBody, JUST_BEFORE_RESOURCES);
  }

  /**
   * What no route takes ends in an error handler; what goes wrong on the way, in a failure handler.
   */
  void register(@Observes Router router) {
    CODES.forEach(
        (status, code) ->
            router.errorHandler(
                status, context -> answerFailure(context, new HttpGuardRefusal(status, code))));
    router.route().order(BEFORE_THE_FRAMEWORK).failureHandler(this::fail);
  }

  private void fail(RoutingContext context) {
    if (context.failure() instanceof SecurityException
        || context.failure() instanceof AuthenticationException) {
      context.next();
      return;
    }
    int failed = context.statusCode();
    int status = failed >= 400 && failed < 500 ? failed : 500;
    answerFailure(context, new HttpGuardRefusal(status, CODES.getOrDefault(status, "bad-request")));
  }

  private void answerFailure(RoutingContext context, HttpGuardRefusal refusal) {
    headers.addTo(context);
    problems.failed(context, refusal);
  }

  private void receive(RoutingContext context) {
    if (problems.haveEnded(context.request().connection())) {
      return;
    }
    lastConnections.cameIn(context.request().connection());
    headers.addTo(context);
    Optional<HttpGuardRefusal> refusal = refusal(context.request());
    if (refusal.isPresent()) {
      letPageRead(context);
      problems.answer(context, refusal.get());
    } else {
      context.next();
    }
  }

  /** The framework lets a page of a named origin read what comes later, but not this. */
  private void letPageRead(RoutingContext context) {
    String origin = context.request().getHeader(HttpHeaders.ORIGIN);
    if (origin != null && origins.contains(origin)) {
      context
          .response()
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
  }

  private Optional<HttpGuardRefusal> refusal(HttpServerRequest request) {
    MultiMap sent = request.headers();
    if (request.version() != HttpVersion.HTTP_1_1 && request.version() != HttpVersion.HTTP_1_0) {
      return refused(505, "http-version");
    }
    if (!METHODS.contains(request.method())) {
      return refused(405, "method-not-allowed");
    }
    if (request.uri().length() > config.longestAddress()) {
      return refused(414, "address-too-long", config.longestAddress());
    }
    if (areTooLarge(sent)) {
      return refused(431, "headers-too-large", config.headerLines(), config.headerCharacters());
    }
    if (sent.getAll(HttpHeaders.HOST).size() > 1
        || sent.getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
      return refused(400, "header-repeated");
    }
    if (!Target.isPlainPath(request.path()) || !Target.isPlainQuery(request.query())) {
      return refused(400, "address-unreadable");
    }
    if (!isLengthClear(sent)) {
      return refused(400, "body-length-unclear");
    }
    if (isForeign(request)) {
      return refused(403, "foreign-origin");
    }
    return Optional.empty();
  }

  private static Optional<HttpGuardRefusal> refused(int status, String code, Object... arguments) {
    return Optional.of(new HttpGuardRefusal(status, code, arguments));
  }

  /** One decimal length, or chunks: two servers in a row must see the same end of the body. */
  private static boolean isLengthClear(MultiMap sent) {
    List<String> encodings = sent.getAll(HttpHeaders.TRANSFER_ENCODING);
    List<String> lengths = sent.getAll(HttpHeaders.CONTENT_LENGTH);
    if (encodings.isEmpty()) {
      return lengths.isEmpty() || lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches();
    }
    return lengths.isEmpty()
        && encodings.size() == 1
        && "chunked".equalsIgnoreCase(encodings.get(0));
  }

  private boolean areTooLarge(MultiMap sent) {
    int lines = 0;
    int characters = 0;
    for (Map.Entry<String, String> line : sent) {
      lines++;
      characters += line.getKey().length() + line.getValue().length();
    }
    return lines > config.headerLines() || characters > config.headerCharacters();
  }

  /**
   * Whether a page of another origin asks. The framework's own filter refuses it as well, but
   * without a problem; origins are compared as they are, since a pattern is easily too wide.
   */
  private boolean isForeign(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null
        && !origins.contains(origin)
        && !origin.equals(request.scheme() + "://" + request.authority());
  }

  /**
   * Reads the whole body on the event loop, for a worker that waited for a slow client's body would
   * be missing to everyone else. Room is taken by what has come, not by what was announced, which
   * costs a client nothing.
   */
  private void readBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    BodyBounds bounds = bounds(request);
    long announced = announcedBytes(request, bounds);
    if (announced == 0) {
      context.next();
      return;
    }
    if (announced > bounds.size()) {
      problems.answer(context, new HttpGuardRefusal(413, "too-large"));
      return;
    }
    if (request.version() == HttpVersion.HTTP_1_1
        && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    Buffer body = Buffer.buffer();
    long deadline =
        context
            .vertx()
            .setTimer(
                bounds.time().toMillis(),
                late -> problems.answer(context, new HttpGuardRefusal(408, "body-too-slow")));
    context.addEndHandler(
        ended -> {
          context.vertx().cancelTimer(deadline);
          bounds.gaveBack(body.length());
        });
    request.handler(piece -> take(context, bounds, body, piece));
    request.exceptionHandler(
        broken -> problems.answer(context, new HttpGuardRefusal(400, "bad-request")));
    request.endHandler(
        end -> {
          context.vertx().cancelTimer(deadline);
          RoutingContextInternal internal = (RoutingContextInternal) context;
          // As the body handler of the router does, so that nobody reads once more.
          internal.visitHandler(RoutingContextInternal.BODY_HANDLER);
          internal.setBody(body);
          context.next();
        });
    request.resume();
  }

  private void take(RoutingContext context, BodyBounds bounds, Buffer body, Buffer piece) {
    if (body.length() + piece.length() > bounds.size()) {
      problems.answer(context, new HttpGuardRefusal(413, "too-large"));
    } else if (body.length() + piece.length() > NEVER_REFUSED
        && !bounds.hasRoomFor(piece.length())) {
      problems.answer(context, new HttpGuardRefusal(503, "bodies-under-way"));
    } else {
      bounds.took(piece.length());
      body.appendBuffer(piece);
    }
  }

  /** By the head of the request; as much as is allowed when it does not say. */
  private static long announcedBytes(HttpServerRequest request, BodyBounds bounds) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      return Long.parseLong(length);
    }
    boolean unknown = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    return unknown ? bounds.size() : 0;
  }

  private BodyBounds bounds(HttpServerRequest request) {
    return bodyBounds.stream()
        .filter(bounds -> bounds.holdFor(request.path()))
        .findFirst()
        .orElseThrow();
  }
}
