package org.bihuan.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Set;

/**
 * The trace of what runs, as it goes from one service to the next: the W3C header {@code
 * traceparent}. Every request has one, also while no spans are recorded.
 */
public final class Trace {

  /** Name of the header, of a request as of an event. */
  public static final String HEADER = "traceparent";

  private static final TextMapGetter<String> ONE_HEADER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String parent) {
          return Set.of(HEADER);
        }

        @Override
        public String get(String parent, String name) {
          return HEADER.equals(name) ? parent : null;
        }
      };

  private Trace() {}

  /** The header that names the running span, or {@code null} when there is none. */
  public static String parent() {
    SpanContext running = Span.current().getSpanContext();
    if (!running.isValid()) {
      return null;
    }
    TraceFlags flags = running.getTraceFlags();
    return "00-" + running.getTraceId() + "-" + running.getSpanId() + "-" + flags.asHex();
  }

  /**
   * What runs on behalf of the span that {@code parent} names.
   *
   * @param parent value of the header; {@code null} or unreadable stands for what runs already
   */
  public static Context of(String parent) {
    return W3CTraceContextPropagator.getInstance().extract(Context.current(), parent, ONE_HEADER);
  }
}
