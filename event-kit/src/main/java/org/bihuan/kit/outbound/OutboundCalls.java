package org.bihuan.kit.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls to addresses that somebody outside has named. A call goes to the resolved address of its
 * target and nowhere else: no redirect is followed and no proxy asked. Of the answer the beginning
 * is read, and the whole call has one time limit. Nothing of our traces goes along.
 */
@ApplicationScoped
public class OutboundCalls {

  private static final int MOST_BYTES = 4096;

  private final HttpClient client;

  OutboundCalls(Vertx vertx) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(64)
                .setTracingPolicy(TracingPolicy.IGNORE));
  }

  /**
   * What was answered.
   *
   * @param status status of the answer
   * @param beginning first 4096 bytes of its body, read as UTF-8
   */
  public record Answer(int status, String beginning) {}

  /**
   * Posts {@code body} and waits for the answer. For threads that may wait.
   *
   * @param limit longest time for all of it
   * @throws TimeoutException when there is no whole answer in time
   * @throws IOException when there is none for another reason
   */
  public Answer post(
      OutboundTarget target, Map<String, String> headers, String body, Duration limit)
      throws IOException, TimeoutException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
    client
        .request(options(target, limit))
        .onFailure(answer::completeExceptionally)
        .onSuccess(
            request -> {
              sent.set(request);
              headers.forEach(request::putHeader);
              request
                  .send(Buffer.buffer(body, StandardCharsets.UTF_8.name()))
                  .onFailure(answer::completeExceptionally)
                  .onSuccess(response -> read(response, answer));
            });
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      if (sent.get() != null) {
        sent.get().connection().close();
      }
    }
  }

  private static RequestOptions options(OutboundTarget target, Duration limit) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(
            SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
        .setHost(target.uri().getHost())
        .setPort(target.port())
        .setSsl(target.isSecure())
        .setURI(target.pathAndQuery())
        .setFollowRedirects(false)
        .setConnectTimeout(limit.toMillis());
  }

  private static void read(HttpClientResponse response, CompletableFuture<Answer> answer) {
    Buffer beginning = Buffer.buffer();
    response
        .exceptionHandler(answer::completeExceptionally)
        .endHandler(end -> answer.complete(answer(response, beginning)))
        .handler(
            part -> {
              int room = MOST_BYTES - beginning.length();
              beginning.appendBuffer(part, 0, Math.min(room, part.length()));
              if (beginning.length() == MOST_BYTES) {
                answer.complete(answer(response, beginning));
              }
            });
  }

  private static Answer answer(HttpClientResponse response, Buffer beginning) {
    return new Answer(
        response.statusCode(), new String(beginning.getBytes(), StandardCharsets.UTF_8));
  }
}
