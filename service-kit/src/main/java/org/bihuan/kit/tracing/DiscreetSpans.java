package org.bihuan.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps out of recorded spans who asked and what for: the address of the client, its program, and
 * the query, in which somebody may search for a telephone number.
 */
@Singleton
class DiscreetSpans implements SpanProcessor {

  private static final String LEFT_OUT = "-";
  private static final List<AttributeKey<String>> PERSONAL =
      List.of(
          ClientAttributes.CLIENT_ADDRESS,
          UrlAttributes.URL_QUERY,
          UserAgentAttributes.USER_AGENT_ORIGINAL);

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    for (AttributeKey<String> personal : PERSONAL) {
      if (span.getAttribute(personal) != null) {
        span.setAttribute(personal, LEFT_OUT);
      }
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
