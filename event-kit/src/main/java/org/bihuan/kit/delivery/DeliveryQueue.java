package org.bihuan.kit.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The queue of all that leaves a service, the tables {@code delivery} and {@code delivery_attempt}:
 * hands out what is due and writes down what came of it. Each call is a transaction, or part of the
 * one that runs, unless it says otherwise. What goes to a webhook names it in {@code webhook_id}.
 *
 * @param <M> what the service sends
 */
public final class DeliveryQueue<M extends OutgoingMessage> {

  private static final int MOST_OF_ONE = 10;
  private static final int FORGOTTEN_AT_ONCE = 1_000;
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final EntityManager entities;
  private final Class<M> type;
  private final DeliveryConfig config;
  private final Clock clock;

  /**
   * @param type the entity of the table {@code delivery}
   */
  public DeliveryQueue(EntityManager entities, Class<M> type, DeliveryConfig config, Clock clock) {
    this.entities = entities;
    this.type = type;
    this.config = config;
    this.clock = clock;
  }

  /**
   * What is due at addresses that nobody is busy with, in this replica or another; nobody else gets
   * it for five minutes. Nothing while another replica is asking.
   *
   * @param busy as {@link OutgoingMessage#target()}
   */
  public List<M> take(Collection<String> busy, int addresses) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              if (!claimTaking()) {
                return List.of();
              }
              Instant now = clock.instant();
              List<M> due = due(now, busy, MOST_OF_ONE * addresses);
              due.forEach(message -> message.lease(now.plus(LEASE)));
              return due;
            });
  }

  /**
   * The next ones to the address of one that was sent, if they are due and in nobody's hands.
   * Nothing while another replica is asking.
   */
  public List<M> takeAfter(M sent) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              if (!claimTaking()) {
                return List.of();
              }
              Instant now = clock.instant();
              List<M> due = dueAfter(now, sent);
              due.forEach(message -> message.lease(now.plus(LEASE)));
              return due;
            });
  }

  private List<M> dueAfter(Instant now, M sent) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        entities
            .createNativeQuery(
                """
                select one.id from delivery one
                where one.status = 'WAITING' and one.channel = :channel and one.address = :address
                  and :now >= (
                    select head.next_attempt_at from delivery head
                    where head.status = 'WAITING' and head.channel = :channel and head.address = :address
                    order by head.id limit 1)
                  and not exists (
                    select 1 from delivery leased
                    where leased.status = 'WAITING' and leased.channel = :channel
                      and leased.address = :address and leased.leased_until > :now)
                order by one.id limit :mostOfOne for update of one skip locked
                """,
                UUID.class)
            .setParameter("now", now)
            .setParameter("channel", sent.channelName())
            .setParameter("address", sent.address())
            .setParameter("mostOfOne", MOST_OF_ONE)
            .getResultList();
    return ids.stream().map(id -> entities.find(type, id)).toList();
  }

  /** Gives back all that is in somebody's hands for the address of a message. */
  void giveBack(M message) {
    QuarkusTransaction.joiningExisting()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        update delivery set leased_until = null
                        where channel = :channel and address = :address and status = 'WAITING'
                          and leased_until is not null
                        """)
                    .setParameter("channel", message.channelName())
                    .setParameter("address", message.address())
                    .executeUpdate());
  }

  /**
   * Makes this transaction the only one of all replicas that takes messages: two that looked at the
   * same moment would not see each other's leases.
   *
   * @return {@code false} when another one is at it
   */
  public boolean claimTaking() {
    return (Boolean)
        entities
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtext('delivery-sweep'))", Boolean.class)
            .getSingleResult();
  }

  /**
   * Those to be sent now, locked. An address is due when its oldest message is, so nothing goes
   * before what failed; it is passed over while any of its messages is leased. The addresses that
   * have been due for longest come first, each with its oldest few, so that none crowds the others
   * out.
   */
  private List<M> due(Instant now, Collection<String> busy, int most) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        entities
            .createNativeQuery(
                """
                with head as (
                  select distinct on (channel, address) channel, address, next_attempt_at
                  from delivery where status = 'WAITING'
                  order by channel, address, id),
                target as (
                  select head.* from head
                  where head.next_attempt_at <= :now and head.channel || ' ' || head.address not in (:busy)
                    and not exists (
                      select 1 from delivery leased
                      where leased.status = 'WAITING' and leased.channel = head.channel
                        and leased.address = head.address and leased.leased_until > :now)
                  order by head.next_attempt_at limit :most)
                select one.id
                from target
                cross join lateral (
                  select d.id from delivery d
                  where d.status = 'WAITING' and d.channel = target.channel and d.address = target.address
                  order by d.id limit :mostOfOne for update skip locked) one
                order by target.next_attempt_at, one.id
                limit :most
                """,
                UUID.class)
            .setParameter("now", now)
            .setParameter("busy", busy.isEmpty() ? List.of("") : busy)
            .setParameter("mostOfOne", MOST_OF_ONE)
            .setParameter("most", most)
            .getResultList();
    return ids.stream().map(id -> entities.find(type, id)).toList();
  }

  /**
   * What came of an attempt; after a failure what else was taken for the address is given back and
   * comes after it. Nothing when it was removed meanwhile, with its address.
   */
  public void record(UUID id, Outcome outcome, Instant at, Duration took) {
    QuarkusTransaction.joiningExisting()
        .run(
            () -> {
              M message = entities.find(type, id);
              if (message != null && message.status() == DeliveryStatus.WAITING) {
                record(message, outcome, at, took);
              }
            });
  }

  private void record(M message, Outcome outcome, Instant at, Duration took) {
    Duration pause =
        RetryPolicy.pause(
            message.attempts() + 1, config.attempts(), config.firstPause(), config.longestPause());
    message.tried(outcome.result(), pause, at);
    keep(message, Attempt.of(message, outcome, at, took));
    if (!outcome.result().isFinal()) {
      holdBack(message, pause == null ? at : message.nextAttemptAt());
    }
  }

  private void keep(M message, Attempt attempt) {
    entities
        .createNativeQuery(
            """
            insert into delivery_attempt (id, delivery_id, number, at, took_millis, outcome, status_code, answer)
            values (:id, :message, :number, :at, :took, :outcome, cast(:code as integer), cast(:answer as text))
            """)
        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
        .setParameter("message", message.id())
        .setParameter("number", attempt.number())
        .setParameter("at", attempt.at())
        .setParameter("took", attempt.tookMillis())
        .setParameter("outcome", attempt.outcome().name())
        .setParameter("code", attempt.statusCode() == null ? null : attempt.statusCode().toString())
        .setParameter("answer", attempt.answer())
        .executeUpdate();
  }

  /**
   * What else was taken for the address of one that failed waits as long as that one, in nobody's
   * hands, so that it comes after it. All others wait behind the oldest anyway, so they are left as
   * they are, however many there be.
   */
  private void holdBack(M failed, Instant until) {
    entities
        .createNativeQuery(
            """
            update delivery set next_attempt_at = :until, leased_until = null
            where channel = :channel and address = :address and status = 'WAITING' and id <> :failed
              and leased_until is not null
            """)
        .setParameter("until", until)
        .setParameter("channel", failed.channelName())
        .setParameter("address", failed.address())
        .setParameter("failed", failed.id())
        .executeUpdate();
  }

  /**
   * Removes what is older than anything is kept, with its attempts: what is over, and what has
   * waited all the time for an address that nothing is sent to.
   */
  public long forget() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                entities
                    .createNativeQuery("delete from delivery where created_at < :before")
                    .setParameter("before", clock.instant().minus(config.kept()))
                    .executeUpdate());
  }

  /**
   * Removes all calls of a webhook with their attempts, in short transactions of its own, so that
   * nobody who tells anything waits for its end.
   */
  public void forgetOf(UUID webhookId) {
    int forgotten;
    do {
      forgotten = QuarkusTransaction.requiringNew().call(() -> forgetSomeOf(webhookId));
    } while (forgotten > 0);
  }

  private int forgetSomeOf(UUID webhookId) {
    return entities
        .createNativeQuery(
            """
            delete from delivery where id in (
              select id from delivery where webhook_id = :webhook limit :most
              for update skip locked)
            """)
        .setParameter("webhook", webhookId)
        .setParameter("most", FORGOTTEN_AT_ONCE)
        .executeUpdate();
  }

  /** The attempts of a message, oldest first. */
  public List<Attempt> attemptsOf(UUID messageId) {
    return attemptsOf(List.of(messageId)).getOrDefault(messageId, List.of());
  }

  /** The attempts of each of these messages, oldest first; those without one are left out. */
  public Map<UUID, List<Attempt>> attemptsOf(Collection<UUID> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select delivery_id, number, at, took_millis, outcome, status_code, answer
                from delivery_attempt where delivery_id in (:ids) order by delivery_id, number
                """)
            .setParameter("ids", messageIds)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(DeliveryQueue::attempt, Collectors.toList())));
  }

  private static Attempt attempt(Object[] row) {
    return new Attempt(
        ((Number) row[1]).intValue(),
        (Instant) row[2],
        ((Number) row[3]).longValue(),
        Outcome.Result.valueOf((String) row[4]),
        row[5] == null ? null : ((Number) row[5]).intValue(),
        (String) row[6]);
  }

  /**
   * How many wait for another attempt after one that failed, by channel.
   *
   * @param passedOver where nothing is sent for now, as {@link OutgoingMessage#target()}: what
   *     waits there is tried again by nobody
   */
  public Map<String, Long> retrying(Collection<String> passedOver) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select channel, count(*) from delivery where status = 'WAITING' and attempts > 0"
                    + " and channel || ' ' || address not in (:passedOver) group by channel")
            .setParameter("passedOver", passedOver.isEmpty() ? List.of("") : passedOver)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }
}
