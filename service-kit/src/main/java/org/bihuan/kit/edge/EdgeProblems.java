package org.bihuan.kit.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.refusal.Refusal;
import org.bihuan.kit.web.Problem;
import org.bihuan.kit.web.TraceId;
import org.jboss.logging.Logger;

/** Writes problems where no resource is in sight. The connection ends with them. */
@Singleton
class EdgeProblems {

  private static final Logger LOG = Logger.getLogger(EdgeProblems.class);
  private static final int LONGEST_INSTANCE = 200;
  private static final int PATIENCE_MILLIS = 2_000;

  private final Messages messages;
  private final ObjectMapper json;

  EdgeProblems(Messages messages, ObjectMapper json) {
    this.messages = messages;
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

  void answer(RoutingContext context, Refusal refusal) {
    answer(context, refusal, traceId(context));
  }

  private void answer(RoutingContext context, Refusal refusal, String traceId) {
    HttpServerResponse response = context.response();
    if (response.headWritten() || response.closed()) {
      context.request().connection().close();
      return;
    }
    response.setStatusCode(refusal.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (refusal.status() == 405) {
      response.putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, DELETE, OPTIONS");
    }
    if (refusal.status() == 503) {
      response.putHeader("Retry-After", "2");
    }
    response.end(body(context, refusal, traceId));
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

  private Buffer body(RoutingContext context, Refusal refusal, String traceId) {
    Locale locale = Messages.locale(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String code = refusal.code();
    Problem problem =
        new Problem(
            URI.create("urn:bihuan:problem:" + code),
            messages.text(locale, code + ".title", refusal.arguments()),
            refusal.status(),
            messages.text(locale, code + ".detail", refusal.arguments()),
            shortened(context.request().path()),
            code,
            traceId,
            null,
            null,
            null,
            null);
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem holds nothing but text and numbers", e);
    }
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
