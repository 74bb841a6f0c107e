package org.bihuan.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.refusal.Refusal;
import org.bihuan.kit.web.ErrorForm;
import org.bihuan.kit.web.ErrorForms;
import org.bihuan.kit.web.ProblemDetail;
import org.bihuan.kit.web.TraceId;
import org.jboss.logging.Logger;

/**
 * Writes problems where no resource is in sight. The connection ends with them: what else comes on
 * it may be the rest of the refused request, read by us as one of its own.
 */
@Singleton
class HttpGuardProblems {

  private static final Logger LOG = Logger.getLogger(HttpGuardProblems.class);
  private static final int LONGEST_INSTANCE = 200;
  private static final int PATIENCE_MILLIS = 2_000;
  private static final AttributeKey<Boolean> ENDED =
      AttributeKey.valueOf(HttpGuardProblems.class, "ended");

  private final Messages messages;
  private final ErrorForms forms;
  private final ObjectMapper json;

  HttpGuardProblems(Messages messages, ErrorForms forms, ObjectMapper json) {
    this.messages = messages;
    this.forms = forms;
    this.json = json;
  }

  /**
   * Answers for the router, which has given up; says in the log why, unless the client caused it.
   */
  void failed(RoutingContext context, Refusal refusal) {
    String traceId = traceId(context);
    if (refusal.status() >= 500 && !context.response().closed()) {
      LOG.errorf(context.failure(), "A request failed [%s]", traceId);
    } else {
      LOG.debugf(context.failure(), "The router refused a request [%s]", traceId);
    }
    answer(context, refusal, traceId);
  }

  /** Whether a problem has ended {@code connection}: nothing that still comes is a request. */
  boolean haveEnded(HttpConnection connection) {
    return connection instanceof ConnectionBase known && known.channel().hasAttr(ENDED);
  }

  void answer(RoutingContext context, Refusal refusal) {
    answer(context, refusal, traceId(context));
  }

  private void answer(RoutingContext context, Refusal refusal, String traceId) {
    HttpServerResponse response = context.response();
    // Before the answer is written: what waits behind it on the connection is begun with its end.
    if (context.request().connection() instanceof ConnectionBase known) {
      known.channel().attr(ENDED).set(true);
    }
    if (response.headWritten() || response.closed()) {
      context.request().connection().close();
      return;
    }
    ErrorForm.Written written = written(context, refusal, traceId);
    response.setStatusCode(written.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, written.mediaType());
    response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (refusal.status() == 405) {
      response.putHeader(HttpHeaders.ALLOW, allowed(context.request().method()));
    }
    if (refusal.status() == 503) {
      response.putHeader("Retry-After", ProblemDetail.RETRY_AFTER_SECONDS);
    }
    response.end(written.body());
    closeAfterTheRest(context);
  }

  /**
   * What is left of the request must not be taken for the next one; but closed at once, the
   * connection of a client that is still sending would break before it has read the answer.
   */
  private static void closeAfterTheRest(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      request.connection().close();
      return;
    }
    request.handler(rest -> {});
    request.endHandler(end -> request.connection().close());
    request.resume();
    context.vertx().setTimer(PATIENCE_MILLIS, late -> request.connection().close());
  }

  private ErrorForm.Written written(RoutingContext context, Refusal refusal, String traceId) {
    Locale locale = Messages.locale(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String path = context.request().path();
    ProblemDetail problem =
        ProblemDetail.plain(
            messages,
            locale,
            refusal.status(),
            refusal.code(),
            shortened(path),
            traceId,
            refusal.arguments());
    return forms
        .written(problem, path)
        .orElseGet(
            () -> new ErrorForm.Written(refusal.status(), ProblemDetail.MEDIA_TYPE, text(problem)));
  }

  private String text(ProblemDetail problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem holds nothing but text and numbers", e);
    }
  }

  /** What the router refuses by itself are pages, which are only read. */
  private static String allowed(HttpMethod refused) {
    return HttpGuard.METHODS.contains(refused)
        ? "GET, HEAD"
        : HttpGuard.METHODS.stream()
            .map(HttpMethod::name)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static String shortened(String path) {
    return path == null || path.length() <= LONGEST_INSTANCE
        ? path
        : path.substring(0, LONGEST_INSTANCE);
  }

  private static String traceId(RoutingContext context) {
    return TraceId.of(context.request().getHeader("traceparent"));
  }
}
