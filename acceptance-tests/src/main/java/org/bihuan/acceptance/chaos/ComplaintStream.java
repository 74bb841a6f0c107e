package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bihuan.acceptance.chaos.Journal.Course;
import org.bihuan.acceptance.chaos.Journal.Heard;
import org.bihuan.acceptance.chaos.Journal.Intent;
import org.bihuan.acceptance.chaos.Journal.Kept;
import org.bihuan.acceptance.chaos.Journal.Occasion;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;

/**
 * Complaints that come in by the clock, whatever state the services are in. Each is in the journal
 * before it is sent. Some carry a photo, uploaded before, some are sent once more, later or at the
 * same instant, and the problems of some are taken the whole way round, so that every service has
 * something to do when it is hit.
 */
final class ComplaintStream implements AutoCloseable {

  private static final int ONE_IN_SO_MANY_GOES_ROUND = 40;
  private static final int ONE_ROUND_IN_SO_MANY_FAILS_FIRST = 4;
  private static final int ONE_IN_SO_MANY_LAPSES = 10;
  private static final int ONE_IN_SO_MANY_IS_SENT_AGAIN = 4;
  private static final int ONE_IN_SO_MANY_HAS_A_TWIN = 200;
  private static final int ONE_IN_SO_MANY_HAS_A_PHOTO = 20;
  private static final int LONGEST_TIME_TO_REPETITION_MILLIS = 20_000;

  private static final List<String> CHANNELS =
      List.of(
          "HOTLINE_12319",
          "DISTRICT_HOTLINE",
          "HOTLINE_12345",
          "SUBDISTRICT_STATION",
          "DANGQUN_MINIPROGRAM");

  /** A clerk of every channel that the stream sends by. */
  static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK).ofChannels(CHANNELS);

  private static final List<String> CATEGORIES =
      List.of("ROOF_LEAK", "WALL_PEELING", "GROUND_DAMAGE", "PIPE_BLOCKAGE");

  /** Of the class whose limit {@link ChaosRun} makes short. */
  static final String LAPSING_CATEGORY = "SANITATION";

  private final String run = UUID.randomUUID().toString();
  private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
  private final AtomicReference<UUID> newestRound = new AtomicReference<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong answered = new AtomicLong();
  private final Stack stack;
  private final PatientClient client;
  private final Journal journal;
  private final Operator operator;
  private final Random dice;
  private final long photos;
  private ScheduledFuture<?> comingIn;
  private long number;

  ComplaintStream(Stack stack, PatientClient client, Journal journal, long seed) {
    this.stack = stack;
    this.client = client;
    this.journal = journal;
    this.operator = new Operator(stack, client);
    this.dice = new Random(seed);
    this.photos = seed << Integer.SIZE;
  }

  /** A complaint and what is sent of it. */
  record Sent(Intent intent, Map<String, Object> body) {}

  /**
   * Begins.
   *
   * @param each is told the number of each complaint, when it is sent
   */
  void start(int perSecond, Consumer<Long> each) {
    comingIn =
        timer.scheduleAtFixedRate(
            () -> each.accept(sendNext()),
            0,
            TimeUnit.SECONDS.toMicros(1) / perSecond,
            TimeUnit.MICROSECONDS);
  }

  /**
   * No further complaint comes in; those sent go on until they are answered.
   *
   * @throws IllegalStateException when none had come in for a while, since sending one had failed
   */
  void end() throws InterruptedException {
    try {
      // Asked in the thread that sends, so that it is not in the middle of one.
      boolean cameInUntilNow = timer.submit(() -> comingIn.cancel(false)).get();
      if (!cameInUntilNow) {
        comingIn.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Complaints have stopped coming in", e.getCause());
    }
    timer.shutdown();
  }

  /** How many have been answered so far. */
  long answered() {
    return answered.get();
  }

  /** The problem that was last taken on its way round, each once; {@code null} for none. */
  UUID problemUnderWay() {
    return newestRound.getAndSet(null);
  }

  /** Completes when all that was sent is answered and gone its way; fails when any was refused. */
  CompletableFuture<Void> settled() {
    return CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private long sendNext() {
    Sent sent = next(course());
    CompletableFuture<Sent> ready =
        number % ONE_IN_SO_MANY_HAS_A_PHOTO == 0
            ? withPhoto(sent)
            : CompletableFuture.completedFuture(sent);
    CompletableFuture<Heard> answer =
        ready.thenCompose(whole -> send(whole, sent.intent().key(), Occasion.REGISTER));
    answer.thenRun(answered::incrementAndGet);
    underWay.add(answer.thenCompose(heard -> follow(sent.intent(), heard)));
    if (dice.nextInt(ONE_IN_SO_MANY_HAS_A_TWIN) == 0) {
      String key = keyForMore(sent, "-twin");
      underWay.add(ready.thenCompose(whole -> send(whole, key, Occasion.TWIN)));
    }
    if (dice.nextInt(ONE_IN_SO_MANY_IS_SENT_AGAIN) == 0) {
      underWay.add(sendAgain(ready, sent, answer, dice.nextInt(LONGEST_TIME_TO_REPETITION_MILLIS)));
    }
    return sent.intent().number();
  }

  /** The next complaint, in the journal already. */
  Sent next(Course course) {
    number++;
    String text = "示例路 " + number + " 号有问题, 请处理 (" + run + ")";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("channel", CHANNELS.get(dice.nextInt(CHANNELS.size())));
    body.put("text", text);
    body.put(
        "categoryCode",
        course == Course.LAPSING
            ? LAPSING_CATEGORY
            : CATEGORIES.get(dice.nextInt(CATEGORIES.size())));
    body.put("location", Map.of("address", "示例路 " + number + " 号", "subdistrictCode", "370203021"));
    String key = run + "-" + number;
    boolean numbered = dice.nextBoolean();
    if (numbered) {
      body.put("sourceRef", key);
    }
    Intent intent =
        new Intent(
            number,
            key,
            body.get("channel").toString(),
            numbered ? key : null,
            hash(text.getBytes(StandardCharsets.UTF_8)),
            course,
            Instant.now());
    journal.note(intent);
    return new Sent(intent, body);
  }

  private Course course() {
    if ((number + 1) % ONE_IN_SO_MANY_GOES_ROUND == 0) {
      return dice.nextInt(ONE_ROUND_IN_SO_MANY_FAILS_FIRST) == 0
          ? Course.REWORKED
          : Course.WRITTEN_OFF;
    }
    return dice.nextInt(ONE_IN_SO_MANY_LAPSES) == 0 ? Course.LAPSING : Course.LEFT;
  }

  /** The complaint once its photo, which no other has, is uploaded and written down. */
  private CompletableFuture<Sent> withPhoto(Sent sent) {
    return client
        .upload(
            stack.intake(),
            "/api/v1/attachments",
            sent.intent().key() + "-photo",
            CLERK,
            SamplePhoto.jpeg(photos + sent.intent().number()))
        .thenApply(
            answer -> {
              String id = answer.path("id").asText();
              journal.note(
                  new Kept(
                      sent.intent().number(), UUID.fromString(id), answer.path("sha256").asText()));
              Map<String, Object> body = new LinkedHashMap<>(sent.body());
              body.put("attachmentIds", List.of(id));
              return new Sent(sent.intent(), body);
            });
  }

  private CompletableFuture<Heard> send(Sent sent, String key, Occasion occasion) {
    return client
        .post(stack.intake(), "/api/v1/complaints", key, CLERK, sent.body())
        .thenApply(answer -> hear(sent.intent(), occasion, answer));
  }

  /** Writes an answer down. */
  Heard hear(Intent intent, Occasion occasion, JsonNode answer) {
    Heard heard =
        new Heard(
            intent.number(),
            occasion,
            UUID.fromString(answer.path("id").asText()),
            UUID.fromString(answer.path("problemId").asText()),
            Instant.now());
    journal.note(heard);
    return heard;
  }

  private CompletableFuture<?> follow(Intent intent, Heard heard) {
    boolean round = intent.course() == Course.WRITTEN_OFF || intent.course() == Course.REWORKED;
    if (!round) {
      return CompletableFuture.completedFuture(heard);
    }
    newestRound.set(heard.problemId());
    return operator.writeOff(intent.key(), heard.problemId(), intent.course() == Course.REWORKED);
  }

  private CompletableFuture<Heard> sendAgain(
      CompletableFuture<Sent> ready, Sent sent, CompletableFuture<Heard> first, int millisLater) {
    String key = keyForMore(sent, "-again");
    Occasion occasion = key.equals(sent.intent().key()) ? Occasion.SAME_KEY : Occasion.SAME_NUMBER;
    CompletableFuture<Heard> again = new CompletableFuture<>();
    timer.schedule(
        () ->
            first
                .thenCompose(heard -> send(ready.join(), key, occasion))
                .whenComplete(
                    (heard, refused) -> {
                      if (refused == null) {
                        again.complete(heard);
                      } else {
                        again.completeExceptionally(refused);
                      }
                    }),
        millisLater,
        TimeUnit.MILLISECONDS);
    return again;
  }

  /** Another key where the channel's number tells that it is the same complaint. */
  private String keyForMore(Sent sent, String suffix) {
    return sent.intent().sourceRef() != null && dice.nextBoolean()
        ? sent.intent().key() + suffix
        : sent.intent().key();
  }

  /** SHA-256 in hexadecimal. */
  static String hash(byte[] words) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
