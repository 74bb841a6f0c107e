package org.bihuan.kit.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifier of the running request, by which logs and traces can be searched: that of the caller's
 * W3C {@code traceparent}, or a new one.
 */
@RequestScoped
public class TraceId {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private final String value;

  TraceId(HttpHeaders headers) {
    value = of(headers.getHeaderString("traceparent"));
  }

  /**
   * The identifier of the running trace; while tracing is switched off, the one that a {@code
   * traceparent} names, or a new one when it is absent or unreadable.
   */
  public static String of(String traceparent) {
    SpanContext running = Span.current().getSpanContext();
    if (running.isValid()) {
      return running.getTraceId();
    }
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches()
        ? matcher.group(1)
        : UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
  }

  public String value() {
    return value;
  }
}
