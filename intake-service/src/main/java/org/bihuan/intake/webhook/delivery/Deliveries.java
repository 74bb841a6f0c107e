package org.bihuan.intake.webhook.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.bihuan.intake.reporter.ErasedReporter;
import org.bihuan.kit.delivery.DeliveryConfig;
import org.bihuan.kit.delivery.DeliveryQueue;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every call of a webhook, those that are over included. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  private static final Keyset<Delivery> PAGES = new Keyset<>(Delivery.class, Delivery::id);

  /** Removed webhooks are hidden with their calls until both go. */
  private static final String OF_CHANNEL =
      "from Delivery d where d.channel = ?1 and d.id = ?2 and exists"
          + " (select 1 from Webhook w where w.id = d.webhookId and w.removedAt is null)";

  private static final String TELL =
      """
      with moment as materialized (
        select cast(? as timestamptz) as now,
          lpad(to_hex(cast(floor(extract(epoch from clock_timestamp()) * 1000) as bigint)), 12, '0') as millisecond)
      insert into delivery (id, channel, address, webhook_id, message_key, kind, complaint_id, occurred_at,
        problem_serial, due_at, note, status, attempts, next_attempt_at, created_at)
      select
        cast(moment.millisecond || '7' || lpad(to_hex(least(fact.place, 4095)), 3, '0')
          || '8' || left(md5(webhook.id || ' ' || told.id || ' ' || fact.key), 15) as uuid),
        webhook.channel_code, cast(webhook.id as text), webhook.id, fact.key || ' ' || told.id, fact.event, told.id,
        cast(fact.occurred_at as timestamptz), problem.serial,
        coalesce(cast(fact.due_at as timestamptz), problem.due_at),
        case fact.event when 'COMPLAINT_REJECTED' then told.rejection_reason
          when 'COMPLAINT_HANDED_OVER' then told.handover_reply end,
        'WAITING', 0, moment.now, moment.now
      from unnest(?, ?, ?, ?, ?, ?) with ordinality
        as fact (event, key, complaint_id, problem_id, occurred_at, due_at, place)
      cross join moment
      cross join lateral (
        select id, channel_code, rejection_reason, handover_reply from complaint
        where id = cast(fact.complaint_id as uuid)
        union all
        select id, channel_code, rejection_reason, handover_reply from complaint
        where fact.complaint_id is null and problem_id = cast(fact.problem_id as uuid)
          and complaint.status in ('FILED', 'MERGED')) as told
      join webhook on webhook.channel_code = told.channel_code and webhook.active
        and fact.event = any (webhook.events)
      left join problem on problem.id = cast(fact.problem_id as uuid)
      on conflict on constraint delivery_once do nothing
      """;

  private final EntityManager entities;
  private final DataSource dataSource;
  private final DeliveryQueue<Delivery> queue;
  private final Clock clock;

  Deliveries(EntityManager entities, DataSource dataSource, DeliveryConfig config, Clock clock) {
    this.entities = entities;
    this.dataSource = dataSource;
    this.queue = new DeliveryQueue<>(entities, Delivery.class, config, clock);
    this.clock = clock;
  }

  /** Hands out what is due. */
  DeliveryQueue<Delivery> queue() {
    return queue;
  }

  /**
   * Tells each fact to all webhooks that want to hear of it, for each of its complaints that is in
   * their channel, in one statement however many there are. What was told under the same key is
   * left out. Ids are UUIDv7 of the database's clock, so that replicas whose clocks differ keep the
   * order; their middle is the place of the fact, so that the facts of one transaction are in
   * theirs. For the end of a transaction, when Hibernate has stored all and given its connection
   * back.
   */
  void tell(List<ToldFact> facts) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setString(1, clock.instant().toString());
      statement.setArray(2, column(connection, facts, fact -> fact.event().name()));
      statement.setArray(3, column(connection, facts, ToldFact::key));
      statement.setArray(4, column(connection, facts, ToldFact::complaintId));
      statement.setArray(5, column(connection, facts, ToldFact::problemId));
      statement.setArray(6, column(connection, facts, ToldFact::occurredAt));
      statement.setArray(7, column(connection, facts, ToldFact::dueAt));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("what channels are told cannot be written", e);
    }
  }

  /** What was told of an erased reporter stays masked, and what came back for it goes. */
  void mask(@Observes ErasedReporter erased) {
    list("complaintId = ?1 and note is not null", erased.complaintId())
        .forEach(
            told ->
                update("note = ?1 where id = ?2", erased.masking().apply(told.note()), told.id()));
    entities
        .createNativeQuery(
            """
            update delivery_attempt set answer = null where answer is not null
              and delivery_id in (select id from delivery where complaint_id = :complaint)
            """)
        .setParameter("complaint", erased.complaintId())
        .executeUpdate();
  }

  private static Array column(
      Connection connection, List<ToldFact> facts, Function<ToldFact, Object> value)
      throws SQLException {
    Object[] cells =
        facts.stream().map(value).map(one -> one == null ? null : one.toString()).toArray();
    return connection.createArrayOf("text", cells);
  }

  Optional<Delivery> ofChannel(String channel, UUID id) {
    return find(OF_CHANNEL, channel, id).firstResultOptional();
  }

  Optional<Delivery> heldOfChannel(String channel, UUID id) {
    return find(OF_CHANNEL, channel, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Page<Delivery> page(Criteria criteria, PageRequest request) {
    return PAGES.read(entities, criteria, request);
  }
}
