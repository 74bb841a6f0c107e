package org.bihuan.intake.registration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.registration.RegistrationDesk;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.idempotency.StoredAnswer;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.bihuan.kit.refusal.Malformed;
import org.bihuan.kit.refusal.TooLarge;
import org.bihuan.kit.web.JsonBodyReader;
import org.bihuan.kit.web.ProblemMappers;

/**
 * Takes many complaints in, each for itself. Few are on their way at once, however many there are,
 * so that a batch needs little memory and leaves room for what others send; lines that are on their
 * way together are written together (ADR 0014).
 */
@ApplicationScoped
class BatchDesk {

  static final int MOST_LINES = 10_000;

  private static final int LONGEST_LINE_MEGABYTES = 1;
  private static final int LONGEST_LINE = LONGEST_LINE_MEGABYTES << 20;

  /**
   * Twice what both writers write at once, so that a full group waits for each of them whenever it
   * is done; and a small part of the queue that all who send share.
   */
  private static final int ON_THEIR_WAY = 256;

  private final RegistrationDesk registration;
  private final JsonBodyReader reader;
  private final ProblemMappers problems;
  private final ObjectMapper json;

  BatchDesk(
      RegistrationDesk registration,
      JsonBodyReader reader,
      ProblemMappers problems,
      ObjectMapper json) {
    this.registration = registration;
    this.reader = reader;
    this.problems = problems;
    this.json = json;
  }

  /** A line that was begun, and what will have become of it. */
  private record Begun(int line, CompletableFuture<Outcome> outcome) {}

  /**
   * Refuses a batch that is none or too long before anything of it is done.
   *
   * @throws TooLarge {@code too-many-lines}
   * @throws Malformed {@code body-required} when no line says anything
   */
  void check(byte[] body) {
    int lines = Lines.count(body);
    if (lines > MOST_LINES) {
      throw new TooLarge("too-many-lines", MOST_LINES);
    }
    if (lines == 0) {
      throw new Malformed("body-required");
    }
  }

  /** Does line by line, and writes a {@link LineResult} for each, in their order. */
  void register(byte[] body, OutputStream results) throws IOException {
    Iterator<Lines.Line> lines = new Lines(body);
    Queue<Begun> begun = new ArrayDeque<>(ON_THEIR_WAY);
    Throwable away = null;
    while (lines.hasNext() || !begun.isEmpty()) {
      if (lines.hasNext() && begun.size() < ON_THEIR_WAY) {
        begun.add(begin(lines.next(), away));
      } else {
        away = end(begun.remove(), results, away);
      }
      while (!begun.isEmpty() && begun.peek().outcome().isDone()) {
        away = end(begun.remove(), results, away);
      }
    }
  }

  /**
   * @param away why the database did not answer before; then no further line tries it
   */
  private Begun begin(Lines.Line line, Throwable away) throws IOException {
    try {
      return new Begun(
          line.number(),
          away == null
              ? registration
                  .registerWhenThereIsRoom(registration.admit(read(line)))
                  .toCompletableFuture()
              : CompletableFuture.failedFuture(away));
    } catch (InterruptedException stopped) {
      throw stopped();
    } catch (RuntimeException failure) {
      return new Begun(line.number(), CompletableFuture.failedFuture(failure));
    }
  }

  private NewComplaint read(Lines.Line line) {
    if (line.text().length > LONGEST_LINE) {
      throw new TooLarge("line-too-long", LONGEST_LINE_MEGABYTES);
    }
    return reader.read(NewComplaint.class, line.text());
  }

  private Throwable end(Begun one, OutputStream results, Throwable away) throws IOException {
    LineResult result;
    Throwable awayNow = away;
    try {
      result = result(one.line(), one.outcome().get());
    } catch (InterruptedException stopped) {
      throw stopped();
    } catch (ExecutionException failed) {
      result = result(one.line(), problems.failed(failed.getCause()));
      if (DatabaseFailure.isAway(failed.getCause())) {
        awayNow = failed.getCause();
      }
    }
    results.write(json.writeValueAsBytes(result));
    results.write('\n');
    return awayNow;
  }

  private LineResult result(int line, Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return result(line, problems.refused(refused.refusal()));
    }
    StoredAnswer answer = ((Outcome.Done) outcome).answer();
    return new LineResult(line, answer.status(), id(answer), null);
  }

  private static LineResult result(int line, Response problem) {
    return new LineResult(line, problem.getStatus(), null, problem.getEntity());
  }

  private UUID id(StoredAnswer answer) {
    try {
      return UUID.fromString(json.readTree(answer.body()).path("id").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of ours that is no JSON", e);
    }
  }

  private static InterruptedIOException stopped() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the service stops");
  }
}
