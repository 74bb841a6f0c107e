package org.bihuan.localstack.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Tokens;

/** A reader of server-sent events on the wire, for the tests of the services. */
public final class EventStream implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpResponse<InputStream> response;
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger beats = new AtomicInteger();
  private volatile boolean ended;
  private volatile String lastId;

  /** An event as it came. */
  public record Event(String id, String name, String data) {}

  private EventStream(HttpResponse<InputStream> response) {
    this.response = response;
  }

  /**
   * Asks for a stream, and reads it when it is granted.
   *
   * @param who whose token is sent
   * @param lastEventId what was got last, or {@code null}
   */
  public static EventStream open(URI address, Identity who, String lastEventId) {
    return open(address, Tokens.forTests().sign(who), lastEventId);
  }

  /** The same with the token that is sent. */
  public static EventStream open(URI address, String token, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en")
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      EventStream stream =
          new EventStream(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
      if (stream.status() == 200) {
        Thread thread = new Thread(stream::read, "event-stream");
        thread.setDaemon(true);
        thread.start();
      }
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public int status() {
    return response.statusCode();
  }

  public String type() {
    return response.headers().firstValue("content-type").orElse("");
  }

  /** The body of a refusal. */
  public String refusal() {
    try {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has come so far. */
  public List<Event> told() {
    return told;
  }

  /** Signs of life that have come so far. */
  public int beats() {
    return beats.get();
  }

  /** With what one who comes back says where it was, {@code null} before the first sign of life. */
  public String lastId() {
    return lastId;
  }

  /** Whether the service has ended it. */
  public boolean isEnded() {
    return ended;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = null;
      String name = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (line.startsWith(":")) {
          beats.incrementAndGet();
        } else if (line.startsWith("id:")) {
          id = value;
          lastId = value;
        } else if (line.startsWith("event:")) {
          name = value;
        } else if (line.startsWith("data:")) {
          told.add(new Event(id, name, value));
        }
      }
    } catch (IOException hungUp) {
      // As every reader ends at last.
    } finally {
      ended = true;
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
