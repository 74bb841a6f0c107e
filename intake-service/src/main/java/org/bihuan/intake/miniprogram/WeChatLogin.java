package org.bihuan.intake.miniprogram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bihuan.kit.refusal.Overloaded;
import org.bihuan.kit.refusal.Refusal;
import org.bihuan.kit.refusal.Unauthorized;
import org.jboss.logging.Logger;

/**
 * Asks WeChat (code2Session). Code, secret and openid are in no log: of an answer its number is
 * told, of a failure its kind, for messages may repeat the address that was asked.
 */
final class WeChatLogin implements MiniProgramLogin {

  private static final Logger LOG = Logger.getLogger(WeChatLogin.class);
  private static final int OK = 200;

  /** Code that is none, that was used, and that of an account which WeChat does not let in. */
  private static final Set<Integer> REFUSED = Set.of(40029, 40163, 40226);

  private final MiniProgramConfig config;
  private final ObjectMapper json;
  private final HttpClient client;

  WeChatLogin(MiniProgramConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.time())
            .build();
  }

  @Override
  public String exchange(String code) {
    HttpResponse<String> answer = ask(code);
    JsonNode told = read(answer);
    int error = told.path("errcode").asInt();
    if (REFUSED.contains(error)) {
      throw new Unauthorized("code-invalid");
    }
    String openid = told.path("openid").asText();
    if (error != 0 || openid.isBlank()) {
      LOG.warnf("WeChat lets nobody in: status %d, errcode %d", answer.statusCode(), error);
      throw unavailable();
    }
    return openid;
  }

  private HttpResponse<String> ask(String code) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(target(code)).timeout(config.time()).build(),
            HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(config.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      LOG.warnf("WeChat cannot be asked: %s", e.getCause().getClass().getSimpleName());
      throw unavailable();
    } catch (TimeoutException e) {
      LOG.warnf("WeChat does not answer within %s", config.time());
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } finally {
      answer.cancel(true);
    }
  }

  private URI target(String code) {
    return URI.create(
        "%s/sns/jscode2session?appid=%s&secret=%s&js_code=%s&grant_type=authorization_code"
            .formatted(
                config.address(),
                encoded(config.appId().orElseThrow()),
                encoded(config.secret().orElseThrow()),
                encoded(code)));
  }

  /** WeChat sends JSON whatever media type it names. */
  private JsonNode read(HttpResponse<String> answer) {
    try {
      JsonNode told = answer.statusCode() == OK ? json.readTree(answer.body()) : null;
      return told == null ? json.createObjectNode() : told;
    } catch (JsonProcessingException unreadable) {
      return json.createObjectNode();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Refusal unavailable() {
    return new Overloaded("login-unavailable");
  }
}
