package org.bihuan.dispatch.item;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.NotFound;

/** Every order item. */
@ApplicationScoped
public class OrderItems implements PanacheRepositoryBase<OrderItem, UUID> {

  private static final Keyset<OrderItem> PAGES =
      new Keyset<>(OrderItem.class, OrderItem::id)
          .sortableBy("dueAt", "timeLimit.dueAt", item -> item.timeLimit().dueAt())
          .sortableBy("issuedAt", "assignment.issuedAt", item -> item.assignment().issuedAt())
          .sortableBy("filedAt", "problem.filedAt", item -> item.problem().filedAt())
          .sortableBy("endedAt", "endedAt", TrackedItem::endedAt);

  private static final String DUE_FOR_ATTENTION =
      """
      select * from order_item where next_attention_at >= :from and next_attention_at < :now
      order by next_attention_at limit :most for update skip locked
      """;

  private static final String DUE_FOR_SAME_DAY =
      """
      select * from order_item where same_day_attention_at >= :from and same_day_attention_at < :now
      order by same_day_attention_at limit :most for update skip locked
      """;

  /** One page of the items that meet {@code criteria}. */
  public Page<OrderItem> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** How many of the items that meet {@code criteria} meet each of its {@code parts}. */
  public List<Long> countParts(Criteria criteria, List<Criteria> parts) {
    return PAGES.countParts(getEntityManager(), criteria, parts);
  }

  /**
   * How many of the items that meet {@code criteria} have each value of {@code expression}; {@code
   * null} among them.
   */
  public Map<String, Long> countEach(Criteria criteria, String expression) {
    return PAGES.countEach(getEntityManager(), criteria, expression);
  }

  /** The item {@code id} when it meets {@code visible}. */
  Optional<OrderItem> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /** Those of {@code ids} whose items meet {@code visible}. */
  public Set<UUID> visibleAmong(Collection<UUID> ids, Criteria visible) {
    return PAGES.all(getEntityManager(), visible.copy().in("id", ids)).stream()
        .map(OrderItem::id)
        .collect(Collectors.toSet());
  }

  /** How many items that are not over a unit leads or helps with. */
  long countOpenOf(String unitCode) {
    return count(
        "array_contains(assignment.unitCodes, ?1) and status not in ?2",
        unitCode,
        List.of(ItemStatus.WRITTEN_OFF, ItemStatus.CANCELLED));
  }

  /** Holds the item until the end of the transaction, in its newest state. */
  void hold(OrderItem item) {
    getEntityManager().refresh(item, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Whether the problem has, or had, an item. Does not look at what the running transaction has not
   * written yet: flushing at every event would make a batch of events a row at a time.
   */
  public boolean existsFor(UUID problemId) {
    return !getEntityManager()
        .createQuery("select e.id from OrderItem e where e.problem.problemId = ?1", UUID.class)
        .setParameter(1, problemId)
        .setFlushMode(FlushModeType.COMMIT)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The newest item of each of the problems that have one. */
  public Map<UUID, OrderItem> newestOf(Collection<UUID> problemIds) {
    return newest(ofProblems(problemIds).list());
  }

  /**
   * The same, held until the end of the transaction. All items of the problems are held in the
   * order of their ids, so that two who want the same ones do not wait in a circle; who also takes
   * a serial number takes it after this. One that this transaction has read before keeps the state
   * it was read in.
   */
  public Map<UUID, OrderItem> newestHeldOf(Collection<UUID> problemIds) {
    return newest(ofProblems(problemIds).withLock(LockModeType.PESSIMISTIC_WRITE).list());
  }

  private PanacheQuery<OrderItem> ofProblems(Collection<UUID> problemIds) {
    return find("problem.problemId in ?1 order by id", problemIds);
  }

  private static Map<UUID, OrderItem> newest(List<OrderItem> items) {
    return items.stream()
        .collect(
            Collectors.toMap(
                item -> item.problem().problemId(),
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparing(OrderItem::id))));
  }

  /**
   * The newest item of a problem that intake speaks of, held like {@link #told}.
   *
   * @throws NotFound when there is none, which is a mistake worth a dead letter: a problem is filed
   *     before anything else is told of it
   */
  public OrderItem toldOf(UUID problemId) {
    return heldAsRead(newestOf(List.of(problemId)).get(problemId));
  }

  /**
   * An item that an event speaks of. It is held before a step is taken, as by whoever acts on it:
   * two who write its history before they write the item would wait for each other.
   *
   * @throws NotFound when there is none, which is a mistake worth a dead letter
   */
  public OrderItem told(UUID id) {
    return heldAsRead(findById(id));
  }

  /**
   * It keeps what this transaction has done to it; who changed it meanwhile makes this one lose.
   */
  private OrderItem heldAsRead(OrderItem item) {
    if (item == null) {
      throw new NotFound("order-item-not-found");
    }
    getEntityManager().lock(item, LockModeType.PESSIMISTIC_WRITE);
    return item;
  }

  /**
   * Up to {@code most} items whose timer has run out since {@code from}, the first before the last,
   * locked against other replicas.
   */
  public List<OrderItem> dueForAttention(Instant from, Instant now, int most) {
    return due(DUE_FOR_ATTENTION, from, now, most);
  }

  /**
   * The same of those that have to be on an order the day they were filed, and of which that day is
   * about to end or has ended.
   */
  public List<OrderItem> dueForSameDay(Instant now, int most) {
    return due(DUE_FOR_SAME_DAY, Instant.EPOCH, now, most);
  }

  @SuppressWarnings("unchecked")
  private List<OrderItem> due(String query, Instant from, Instant now, int most) {
    return getEntityManager()
        .createNativeQuery(query, OrderItem.class)
        .setParameter("from", from)
        .setParameter("now", now)
        .setParameter("most", most)
        .getResultList();
  }

  /**
   * How many items of each class run late at {@code now}: the limit of their unit is over and their
   * clock has not been stopped by a final reply. A class without any is absent.
   */
  public Map<DeadlineClass, Long> runningLate(Instant now) {
    return getEntityManager()
        .createQuery(
            "select e.deadlineClass, count(e) from OrderItem e"
                + " where e.assignment.orderId is not null and "
                + Light.RUNNING_LATE
                + " group by e.deadlineClass",
            Object[].class)
        .setParameter("now", now)
        .getResultStream()
        .collect(Collectors.toMap(row -> (DeadlineClass) row[0], row -> (Long) row[1]));
  }

  /**
   * How many items wait for a unit at {@code now} although the limit of their assignment is over.
   */
  public long unassignedTooLong(Instant now) {
    return count(
        "from OrderItem e where e.assignment.orderId is null and " + Light.RUNNING_LATE,
        Map.of("now", now));
  }

  /** How many items had to be on an order the day they were filed, and are on none to this day. */
  public long missedSameDay() {
    return count("sameDay.missed = true and status = ?1", ItemStatus.UNASSIGNED);
  }

  /** Those items of an order that meet {@code visible}, oldest first. */
  public List<OrderItem> ofOrder(UUID orderId, Criteria visible) {
    return PAGES.all(getEntityManager(), visible.equal("assignment.orderId", orderId));
  }

  /** Of the items of each order those that meet {@code visible}, by state. */
  public Map<UUID, Map<ItemStatus, Long>> counts(Collection<UUID> orderIds, Criteria visible) {
    return PAGES
        .countBy(
            getEntityManager(),
            visible.in("assignment.orderId", orderIds),
            "assignment.orderId",
            "status")
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.toMap(row -> (ItemStatus) row[1], row -> (Long) row[2])));
  }
}
