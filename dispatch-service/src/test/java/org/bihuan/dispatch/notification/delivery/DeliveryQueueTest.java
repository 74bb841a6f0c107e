package org.bihuan.dispatch.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.DeliveryConfig;
import org.bihuan.kit.delivery.DeliveryLoop;
import org.bihuan.kit.delivery.DeliveryStatus;
import org.bihuan.kit.delivery.Outcome;
import org.bihuan.kit.delivery.Outcome.Result;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may send what at this moment, asked as two replicas would ask; nothing is sent. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class DeliveryQueueTest {

  private static final int WORKERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Deliveries deliveries;
  @Inject DeliveryDesk desk;
  @Inject EntityManager entities;
  @Inject Scheduler scheduler;
  @Inject Clock clock;
  @Inject DeliveryConfig config;
  @Inject MeterRegistry metrics;

  private final String address = "UNIT_HANDLER:" + UUID.randomUUID();

  @BeforeEach
  void nobody_else_takes_anything() {
    scheduler.pause();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              awaitTheSweepThatRuns();
              deliveries.delete("status", DeliveryStatus.WAITING);
            });
  }

  /** One that had begun before the pause writes deliveries at its end. */
  private void awaitTheSweepThatRuns() {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtext('notification-sweep')) telling,"
                + " pg_advisory_xact_lock(hashtext('delivery-sweep')) sending")
        .getSingleResult();
  }

  @AfterEach
  void the_sweep_goes_on() {
    QuarkusTransaction.requiringNew()
        .run(() -> deliveries.delete("status", DeliveryStatus.WAITING));
    scheduler.resume();
  }

  private UUID waiting(Channel channel, String recipient, Duration since) {
    Delivery delivery =
        Delivery.toPeople(
            channel,
            recipient,
            new Delivery.Message(UUID.randomUUID().toString(), "item-issued", "请办理"),
            clock.instant().minus(since));
    QuarkusTransaction.requiringNew().run(() -> deliveries.enqueue(delivery));
    return delivery.id();
  }

  private UUID waiting() {
    return waiting(Channel.SMS, address, Duration.ZERO);
  }

  private List<UUID> take(int workers) {
    return deliveries.queue().take(Set.of(), workers).stream().map(Delivery::id).toList();
  }

  private void failed(UUID id) {
    deliveries.queue().record(id, Outcome.of(Result.UNREACHABLE), clock.instant(), Duration.ZERO);
  }

  private void delivered(UUID id) {
    deliveries.queue().record(id, Outcome.of(Result.DELIVERED), clock.instant(), Duration.ZERO);
  }

  /** As if {@code column} of what waits had been written so much earlier. */
  private void age(String column, Duration by) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update delivery set %1$s = %1$s - cast(:by as interval) where status = 'WAITING'"
                            .formatted(column))
                    .setParameter("by", by.toString())
                    .executeUpdate());
  }

  private Instant nextAttemptAt(UUID id) {
    return desk.read(id).delivery().nextAttemptAt();
  }

  @Test
  void what_waits_behind_one_that_failed_waits_as_long_and_comes_after_it() {
    UUID first = waiting();
    UUID second = waiting();
    assertEquals(List.of(first, second), take(WORKERS));
    failed(first);
    assertEquals(nextAttemptAt(first), nextAttemptAt(second));
    assertEquals(List.of(), take(WORKERS));
    age("next_attempt_at", Duration.ofMinutes(1));
    assertEquals(List.of(first, second), take(WORKERS));
  }

  @Test
  void what_comes_after_the_failure_does_not_go_before_it_either() {
    UUID first = waiting();
    take(WORKERS);
    failed(first);
    UUID later = waiting();
    assertEquals(List.of(), take(WORKERS));
    age("next_attempt_at", Duration.ofMinutes(1));
    assertEquals(List.of(first, later), take(WORKERS));
  }

  @Test
  void a_failure_changes_nothing_of_what_nobody_has_taken() {
    List<UUID> many = Stream.generate(this::waiting).limit(11).toList();
    assertEquals(many.subList(0, 10), take(WORKERS));
    Instant due = nextAttemptAt(many.get(10));
    failed(many.get(0));
    assertEquals(due, nextAttemptAt(many.get(10)));
    assertEquals(List.of(), take(WORKERS));
  }

  @Test
  void who_has_sent_all_takes_the_next_ones_of_its_address_and_no_other() {
    List<UUID> many = Stream.generate(this::waiting).limit(12).toList();
    waiting(Channel.WECHAT, address, Duration.ZERO);
    Delivery first = deliveries.queue().take(Set.of("WECHAT " + address), WORKERS).get(0);
    assertEquals(List.of(), takeAfter(first));
    many.subList(0, 10).forEach(this::delivered);
    assertEquals(many.subList(10, 12), takeAfter(first));
    failed(many.get(10));
    assertEquals(List.of(), takeAfter(first));
  }

  @Test
  void one_look_at_the_queue_sends_all_to_an_address_that_answers() {
    List<UUID> many = Stream.generate(this::waiting).limit(25).toList();
    List<UUID> sent = new CopyOnWriteArrayList<>();
    DeliveryLoop<Delivery> loop =
        new DeliveryLoop<>(
            deliveries.queue(),
            delivery -> {
              sent.add(delivery.id());
              return Outcome.of(Result.DELIVERED);
            },
            Set::of,
            config,
            metrics,
            clock);
    loop.sweep();
    await()
        .atMost(PATIENCE)
        .until(() -> desk.read(many.get(24)).delivery().status() == DeliveryStatus.DELIVERED);
    loop.stop();
    assertEquals(many, sent);
  }

  @Test
  void what_was_sent_and_not_written_down_comes_again_at_the_next_look_and_not_after_its_lease() {
    UUID message = waiting();
    List<UUID> sent = new CopyOnWriteArrayList<>();
    DeliveryLoop<Delivery> loop =
        new DeliveryLoop<>(
            deliveries.queue(),
            delivery -> {
              sent.add(delivery.id());
              if (sent.size() == 1) {
                takeTheNumberOfItsAttempt(message);
              } else {
                change("delete from delivery_attempt where delivery_id = :message", message);
              }
              return Outcome.of(Result.DELIVERED);
            },
            Set::of,
            config,
            metrics,
            clock);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              loop.sweep();
              return desk.read(message).delivery().status() == DeliveryStatus.DELIVERED;
            });
    loop.stop();
    assertEquals(List.of(message, message), sent);
  }

  /** So that the attempt cannot be written down, as when the database is away at that moment. */
  private void takeTheNumberOfItsAttempt(UUID message) {
    change(
        "insert into delivery_attempt (id, delivery_id, number, at, took_millis, outcome)"
            + " values (gen_random_uuid(), :message, 1, now(), 0, 'TIMED_OUT')",
        message);
  }

  private void change(String sql, UUID message) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> entities.createNativeQuery(sql).setParameter("message", message).executeUpdate());
  }

  @Test
  void what_waits_where_nothing_is_sent_for_now_is_tried_again_by_nobody_and_has_an_end() {
    failed(waiting());
    assertEquals(Map.of("SMS", 1L), deliveries.queue().retrying(Set.of()));
    assertEquals(Map.of(), deliveries.queue().retrying(Set.of("SMS " + address)));
    UUID old = waiting(Channel.SMS, address, config.kept().plusHours(1));
    UUID young = waiting(Channel.SMS, address, config.kept().minusHours(1));
    deliveries.queue().forget();
    assertThrows(NotFound.class, () -> desk.read(old));
    assertEquals(DeliveryStatus.WAITING, desk.read(young).delivery().status());
  }

  private List<UUID> takeAfter(Delivery sent) {
    return deliveries.queue().takeAfter(sent).stream().map(Delivery::id).toList();
  }

  @Test
  void once_one_is_given_up_the_next_one_is_tried() {
    UUID first = waiting();
    UUID second = waiting();
    for (int attempt = 1; attempt <= 10; attempt++) {
      assertEquals(List.of(first, second), take(WORKERS));
      failed(first);
      age("next_attempt_at", Duration.ofHours(9));
    }
    assertEquals(DeliveryStatus.FAILED, desk.read(first).delivery().status());
    assertNull(nextAttemptAt(first));
    assertEquals(List.of(second), take(WORKERS));
  }

  @Test
  void an_address_is_in_the_hands_of_one_replica_until_it_is_done_or_its_lease_runs_out() {
    UUID first = waiting();
    UUID second = waiting();
    take(WORKERS);
    UUID later = waiting();
    assertEquals(List.of(), take(WORKERS));
    delivered(first);
    assertEquals(List.of(), take(WORKERS));
    age("leased_until", Duration.ofMinutes(6));
    assertEquals(List.of(second, later), take(WORKERS));
    delivered(second);
    delivered(later);
    UUID next = waiting();
    assertEquals(List.of(next), take(WORKERS));
  }

  @Test
  void while_another_replica_takes_nobody_else_does() {
    UUID only = waiting();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertTrue(deliveries.queue().claimTaking());
              assertEquals(List.of(), QuarkusTransaction.requiringNew().call(() -> take(WORKERS)));
            });
    assertEquals(List.of(only), take(WORKERS));
  }

  @Test
  void the_addresses_that_have_been_due_for_longest_come_first_whatever_their_channel() {
    for (int i = 0; i < 10; i++) {
      waiting(Channel.SMS, address + i, Duration.ZERO);
    }
    UUID longest = waiting(Channel.WECHAT, address, Duration.ofMinutes(2));
    UUID next = waiting(Channel.SMS, address, Duration.ofMinutes(1));
    List<UUID> taken = take(1);
    assertEquals(List.of(longest, next), taken.subList(0, 2));
    assertEquals(10, taken.size());
  }

  @Test
  void a_failure_on_one_channel_holds_back_nothing_on_another() {
    UUID sms = waiting();
    UUID weChat = waiting(Channel.WECHAT, address, Duration.ZERO);
    assertEquals(Set.of(sms, weChat), Set.copyOf(take(WORKERS)));
    failed(sms);
    delivered(weChat);
    UUID another = waiting(Channel.WECHAT, address, Duration.ZERO);
    assertEquals(List.of(another), take(WORKERS));
  }
}
