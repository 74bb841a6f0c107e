package org.bihuan.inspection.recheck;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.onsite.GivenOutcome;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All re-checks. */
@ApplicationScoped
public class Rechecks implements PanacheRepositoryBase<Recheck, UUID> {

  private static final Keyset<Recheck> KEYSET =
      new Keyset<>(Recheck.class, Recheck::id)
          .sortableBy("dueAt", Recheck::dueAt)
          .sortableBy("doneAt", "given.doneAt", recheck -> recheck.given().doneAt());

  /** Somebody was on the spot; what passed with its lot is done by nobody. */
  static final String VISITED =
      "e.given.doneAt is not null and e.given.doneBy.role <> '" + Actor.SYSTEM + "'";

  Page<Recheck> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The re-check {@code id} when it meets {@code visible}. */
  Optional<Recheck> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /** Those of {@code ids} that meet {@code visible}. */
  public Set<UUID> visibleAmong(Collection<UUID> ids, Criteria visible) {
    return KEYSET.all(getEntityManager(), visible.copy().in("id", ids)).stream()
        .map(Recheck::id)
        .collect(Collectors.toSet());
  }

  /** Those of a unit and class that a lot could take, in the order of their ids. */
  public List<Recheck> plannedOf(String unitCode, DeadlineClass deadlineClass) {
    return list(
        "fixing.leadUnitCode = ?1 and item.deadlineClass = ?2 and status = ?3 and lot.lotId is null"
            + " order by id",
        unitCode,
        deadlineClass,
        RecheckStatus.PLANNED);
  }

  /** Those with these ids, by id. */
  public Map<UUID, Recheck> ofIds(Collection<UUID> ids) {
    return list("id in ?1", ids).stream()
        .collect(Collectors.toMap(Recheck::id, Function.identity()));
  }

  /** All of a lot, in the order of its draw. */
  public List<Recheck> ofLot(UUID lotId) {
    return list("lot.lotId = ?1 order by lot.rank", lotId);
  }

  /**
   * Those after a reply of this unit about this item that saw it was not put right, by round.
   *
   * @param unitCode the unit that answered for it then, which need not be the one that does now
   */
  public List<Recheck> notPutRight(UUID itemId, String unitCode) {
    return list(
        "item.itemId = ?1 and fixing.leadUnitCode = ?2 and kind = ?3 and given.outcome in ?4"
            + " order by item.round",
        itemId,
        unitCode,
        RecheckKind.AFTER_REPLY,
        GivenOutcome.NOT_PUT_RIGHT);
  }

  /** Those about these problems that were done, look-backs too. */
  public List<Recheck> doneAbout(Collection<UUID> problems) {
    return list("item.problemId in ?1 and given.outcome is not null", problems);
  }

  /** Whether there is one of this problem for whose fixing the unit answered. */
  public boolean hasOne(String leadUnitCode, UUID problemId) {
    return count("fixing.leadUnitCode = ?1 and item.problemId = ?2", leadUnitCode, problemId) > 0;
  }

  /** How many of an item, after a reply, did not find it fixed: its round now. */
  public int failuresOf(UUID itemId) {
    return (int)
        count(
            "item.itemId = ?1 and kind = ?2 and given.outcome is not null and given.outcome <> ?3",
            itemId,
            RecheckKind.AFTER_REPLY,
            RecheckOutcome.PASSED);
  }

  /** Those that meet {@code criteria}, the one that was planned first before the others. */
  public List<Recheck> all(Criteria criteria) {
    return KEYSET.all(getEntityManager(), criteria);
  }

  /** The first of those that meet {@code criteria} by the last moment for them. */
  List<Recheck> firstDue(Criteria criteria, int most) {
    return KEYSET.first(getEntityManager(), criteria, "dueAt", most);
  }

  /** The re-check that wrote this problem off. */
  public Optional<Recheck> passedOf(UUID problemId) {
    return find(
            "item.problemId = ?1 and kind = ?2 and given.outcome = ?3",
            problemId,
            RecheckKind.AFTER_REPLY,
            RecheckOutcome.PASSED)
        .firstResultOptional();
  }

  /** Those after the write-off of an item, done or not: look-backs and those asked for. */
  public List<Recheck> afterWriteOff(UUID itemId) {
    return list("item.itemId = ?1 and kind <> ?2 order by id", itemId, RecheckKind.AFTER_REPLY);
  }

  /** The re-check of an item's latest round; look-backs come after all of them. */
  public Optional<Recheck> newestOf(UUID itemId) {
    return find(
            "item.itemId = ?1 and kind = ?2 order by item.round desc",
            itemId,
            RecheckKind.AFTER_REPLY)
        .firstResultOptional();
  }
}
