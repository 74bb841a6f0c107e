package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.acceptance.chaos.ComplaintStream.Sent;
import org.bihuan.acceptance.chaos.Journal.Course;
import org.bihuan.acceptance.chaos.Journal.Occasion;
import org.bihuan.localstack.Stack;

/** Twice as many complaints as intake can take in. */
final class Overload {

  private static final int SENDERS = 128;

  /** One alone does not always keep up with the clock. */
  private static final int SENDERS_BY_THE_CLOCK = 4;

  private static final Duration TIME_TO_FIND_THE_RATE = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);

  /** What an answer takes at most when all is well again. */
  private static final Duration WELL = Duration.ofSeconds(1);

  private static final int ANSWERS_IN_A_ROW = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_LIMIT)
          .build();
  private final ComplaintStream complaints;
  private final URI address;
  private final String token;
  private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  Overload(Stack stack, ComplaintStream complaints) {
    this.complaints = complaints;
    this.address = URI.create(stack.intake().address() + "/api/v1/complaints");
    this.token = stack.token(ComplaintStream.CLERK);
  }

  /**
   * What was seen.
   *
   * @param sustainable complaints a second that intake takes in when each sender waits for its
   *     answer
   * @param offered complaints a second that were sent by the clock afterwards
   * @param answers how many of each status
   * @param wrong answers that are neither a success nor a refusal with a time to come again
   * @param recovery from the last complaint sent until answers came quickly again
   */
  record Result(
      long sustainable,
      long offered,
      Map<String, Long> answers,
      List<String> wrong,
      Duration recovery) {}

  Result run(Duration length) throws InterruptedException {
    long sustainable = findRate();
    answers.clear();
    long begin = System.nanoTime();
    long wanted = 2 * sustainable * length.toSeconds();
    long gap = length.toNanos() / wanted;
    AtomicLong next = new AtomicLong();
    Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
    together(
        SENDERS_BY_THE_CLOCK,
        () -> {
          long number = next.getAndIncrement();
          while (number < wanted && System.nanoTime() - begin < 2 * length.toNanos()) {
            LockSupport.parkNanos(begin + number * gap - System.nanoTime());
            underWay.add(send());
            number = next.getAndIncrement();
          }
        });
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Duration recovery = awaitRecovery();
    CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    Map<String, Long> counted = new TreeMap<>();
    answers.forEach((status, number) -> counted.put(status, number.get()));
    return new Result(
        sustainable,
        underWay.size() * 1000L / took.toMillis(),
        counted,
        List.copyOf(wrong),
        recovery);
  }

  /** Each sender waits for its answer before it sends again, so nothing piles up. */
  private long findRate() throws InterruptedException {
    long end = System.nanoTime() + TIME_TO_FIND_THE_RATE.toNanos();
    together(
        SENDERS,
        () -> {
          while (System.nanoTime() < end) {
            send().join();
          }
        });
    long taken =
        answers.entrySet().stream()
            .filter(one -> one.getKey().startsWith("2"))
            .mapToLong(one -> one.getValue().get())
            .sum();
    return Math.max(1, taken / TIME_TO_FIND_THE_RATE.toSeconds());
  }

  private static void together(int threads, Runnable work) throws InterruptedException {
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread sender = new Thread(work, "overload");
      sender.start();
      senders.add(sender);
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /** Completes with whether it was taken in. */
  private CompletableFuture<Boolean> send() {
    Sent sent;
    synchronized (complaints) {
      sent = complaints.next(Course.LEFT);
    }
    return http.sendAsync(request(sent), HttpResponse.BodyHandlers.ofString())
        .handle(
            (response, failure) -> {
              judge(sent, response, failure);
              return failure == null && response.statusCode() < 300;
            });
  }

  private HttpRequest request(Sent sent) {
    try {
      return HttpRequest.newBuilder(address)
          .timeout(ANSWER_LIMIT)
          .header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", sent.intent().key())
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(sent.body())))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a body that cannot be written as JSON", e);
    }
  }

  private void judge(Sent sent, HttpResponse<String> response, Throwable failure) {
    String status = failure == null ? String.valueOf(response.statusCode()) : "none";
    answers.computeIfAbsent(status, any -> new AtomicLong()).incrementAndGet();
    if (failure != null) {
      wrong.add("no answer: " + failure);
    } else if (response.statusCode() < 300) {
      try {
        complaints.hear(sent.intent(), Occasion.REGISTER, JSON.readTree(response.body()));
      } catch (IOException e) {
        wrong.add(status + " " + response.body());
      }
    } else {
      boolean refused = response.statusCode() == 429 || response.statusCode() == 503;
      if (!refused || response.headers().firstValue("Retry-After").isEmpty()) {
        wrong.add(status + " " + response.body());
      }
    }
  }

  private Duration awaitRecovery() {
    long begin = System.nanoTime();
    long firstOfRow = begin;
    int inARow = 0;
    while (inARow < ANSWERS_IN_A_ROW && System.nanoTime() - begin < RECOVERY_LIMIT.toNanos()) {
      long asked = System.nanoTime();
      boolean well = send().join() && System.nanoTime() - asked < WELL.toNanos();
      inARow = well ? inARow + 1 : 0;
      firstOfRow = inARow == 1 ? System.nanoTime() : firstOfRow;
    }
    return inARow == ANSWERS_IN_A_ROW ? Duration.ofNanos(firstOfRow - begin) : RECOVERY_LIMIT;
  }
}
