package org.bihuan.kit.outbound;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bihuan.kit.delivery.Outcome;
import org.bihuan.kit.delivery.Outcome.Result;
import org.bihuan.kit.outbound.OutboundCalls.Answer;
import org.bihuan.kit.outbound.OutboundTarget.AddressRefused;

/**
 * Calls webhooks as Standard Webhooks says: the id stays the same from attempt to attempt, so that
 * a receiver sees what it has already; time and body are signed anew each time. Any 2xx is taken
 * for an arrival, 410 for the end of the webhook, a redirect for a refusal.
 */
@ApplicationScoped
public class WebhookCalls {

  private static final int GONE = 410;

  private final WebhookTargets targets;
  private final OutboundCalls calls;
  private final WebhookConfig config;
  private final Clock clock;

  WebhookCalls(WebhookTargets targets, OutboundCalls calls, WebhookConfig config, Clock clock) {
    this.targets = targets;
    this.calls = calls;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Makes one call and waits for what comes of it. For threads that may wait.
   *
   * @param secrets each of them signs; a receiver takes the call when it knows one. None when they
   *     cannot be opened
   * @param id by which the receiver knows a repetition
   * @param end is asked to end the webhook when the receiver says that it does not exist any more,
   *     and is {@code false} when it has another address by now, of which nothing is known
   */
  public Outcome post(String url, List<String> secrets, UUID id, String body, BooleanSupplier end) {
    Outcome outcome = post(url, secrets, id, body);
    boolean another = outcome.result() == Result.GONE && !end.getAsBoolean();
    return another ? new Outcome(Result.REFUSED, outcome.statusCode(), outcome.answer()) : outcome;
  }

  private Outcome post(String url, List<String> secrets, UUID id, String body) {
    if (secrets.isEmpty()) {
      return Outcome.of(Result.NO_SECRET);
    }
    try {
      return read(
          calls.post(targets.resolve(url), headers(secrets, id, body), body, config.timeout()));
    } catch (AddressRefused e) {
      return Outcome.of(Result.ADDRESS_REFUSED);
    } catch (UnknownHostException e) {
      return Outcome.of(Result.UNREACHABLE);
    } catch (TimeoutException e) {
      return Outcome.of(Result.TIMED_OUT);
    } catch (IOException e) {
      return Outcome.of(Result.UNREACHABLE);
    }
  }

  private static Outcome read(Answer answer) {
    boolean arrived = answer.status() >= 200 && answer.status() < 300;
    Result result =
        arrived ? Result.DELIVERED : answer.status() == GONE ? Result.GONE : Result.REFUSED;
    return new Outcome(result, answer.status(), answer.beginning());
  }

  private Map<String, String> headers(List<String> secrets, UUID id, String body) {
    long seconds = clock.instant().getEpochSecond();
    return Map.of(
        "content-type",
        "application/json; charset=utf-8",
        "user-agent",
        "Bihuan",
        "webhook-id",
        id.toString(),
        "webhook-timestamp",
        String.valueOf(seconds),
        "webhook-signature",
        secrets.stream()
            .map(secret -> sign(secret, id.toString(), seconds, body))
            .collect(Collectors.joining(" ")));
  }

  private static String sign(String secret, String id, long seconds, String body) {
    try {
      return new Webhook(secret).sign(id, seconds, body);
    } catch (WebhookSigningException | EmptyWebhookSecretException e) {
      throw new IllegalStateException("a secret that was checked signs", e);
    }
  }
}
