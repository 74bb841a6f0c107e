package org.bihuan.inspection.recheck;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemCorrected;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evidence.EvidencePolicy;
import org.bihuan.inspection.evidence.NewWaiver;
import org.bihuan.inspection.evidence.RecheckEvidence;
import org.bihuan.inspection.onsite.CheckedItem;
import org.bihuan.inspection.onsite.Doubt;
import org.bihuan.inspection.onsite.GivenOutcome;
import org.bihuan.inspection.onsite.LotMembership;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.inspection.onsite.Site;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Unprocessable;

/**
 * A look back on the spot (回头看) at whether a problem is fixed.
 *
 * <p>Its life: the acceptance of a final reply plans it, one for each round of an item. The special
 * team may name inspectors, never of a unit involved in the fixing; or an inspector takes it by
 * giving its outcome. PASSED writes the problem off; anything else sends the item back to its unit,
 * whose next accepted reply plans the next round. A finished re-check never changes.
 *
 * <p>Some of those that wrote a problem off draw a look-back long after, and a reporter who says
 * that it is not solved asks for one at once: it touches neither item nor write-off, and a relapse
 * becomes a problem of its own.
 */
@Entity
@Table(name = "recheck")
public class Recheck {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private RecheckStatus status;

  @Enumerated(EnumType.STRING)
  private RecheckKind kind;

  @Embedded private CheckedItem item;
  @Embedded private Site site;

  @Embedded private Fixing fixing;

  @Column(name = "advised_from")
  private Instant advisedFrom;

  @Embedded private Doubt doubt;
  @Embedded private LotMembership lot;

  @Column(name = "planned_at")
  private Instant plannedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @ElementCollection
  @CollectionTable(name = "recheck_inspector", joinColumns = @JoinColumn(name = "recheck_id"))
  private List<Inspector> inspectors = new ArrayList<>();

  @Embedded private GivenOutcome given;
  @Embedded private RecheckEvidence evidence;

  protected Recheck() {}

  /** The re-check owed for {@code accepted}, and the evidence its category asks for. */
  static Recheck plan(ReplyAccepted accepted, RecheckPolicy policy, EvidencePolicy asked) {
    Recheck recheck = new Recheck();
    recheck.id = UuidCreator.getTimeOrderedEpoch();
    recheck.status = RecheckStatus.PLANNED;
    recheck.kind = RecheckKind.AFTER_REPLY;
    recheck.item = CheckedItem.of(accepted);
    recheck.site = Site.of(accepted.place());
    recheck.fixing = Fixing.of(accepted);
    recheck.plannedAt = accepted.occurredAt();
    recheck.given = GivenOutcome.none();
    recheck.doubt = Doubt.none();
    recheck.lot = LotMembership.none();
    recheck.advisedFrom = policy.advisedFrom(accepted.categoryCode(), accepted.repliedAt());
    recheck.dueAt = policy.dueAt(accepted.occurredAt(), recheck.advisedFrom);
    recheck.evidence = RecheckEvidence.askedBy(asked);
    return recheck;
  }

  /**
   * A later look at what this re-check wrote off, by nobody who worked on it either.
   *
   * @param from when it is wanted
   * @param until last moment for it
   */
  public Recheck lookBack(Instant from, Instant until) {
    return later(RecheckKind.LOOK_BACK, Doubt.none(), given.doneAt(), from, until);
  }

  /**
   * A look at what this re-check wrote off, since a reporter says that it is not solved.
   *
   * @param doubt whose word that is
   * @param askedAt when the reporter said so; no visit before that is one
   * @param until last moment for it
   */
  public Recheck lookAfterFeedback(Doubt doubt, Instant askedAt, Instant until) {
    return later(RecheckKind.FEEDBACK, doubt, askedAt, askedAt, until);
  }

  private Recheck later(
      RecheckKind why, Doubt doubt, Instant planned, Instant from, Instant until) {
    Recheck later = new Recheck();
    later.id = UuidCreator.getTimeOrderedEpoch();
    later.status = RecheckStatus.PLANNED;
    later.kind = why;
    later.doubt = doubt;
    later.item = item;
    later.site = site;
    later.fixing = fixing;
    later.plannedAt = planned;
    later.given = GivenOutcome.none();
    later.lot = LotMembership.none();
    later.advisedFrom = from;
    later.dueAt = until;
    later.evidence = evidence.askedAgain();
    return later;
  }

  /**
   * Takes over what was corrected about the problem: inspectors go to the right place. What follows
   * from the category at the planning stays as it was planned.
   */
  void correct(ItemCorrected corrected) {
    item = item.corrected(corrected.categoryCode());
    site = Site.of(corrected.place());
  }

  /**
   * Whether a reply of {@code round} is news after this, the item's newest re-check.
   *
   * @throws IllegalStateException when such a reply is impossible: only a failed re-check opens a
   *     new round
   */
  boolean isFollowedBy(int nextRound) {
    if (nextRound <= item.round()) {
      return false;
    }
    if (!hasFailed()) {
      throw new IllegalStateException(
          "a reply of round %d was accepted, but re-check %s of round %d has not failed"
              .formatted(nextRound, id, item.round()));
    }
    return true;
  }

  /**
   * Names those who are to go, in place of any named before.
   *
   * @throws Conflict {@code own-unit} when one of them belongs to an involved unit, {@code
   *     own-work} when one worked on it or reviewed the work
   * @throws Invalid {@code required} when the unit of one of them is not said
   */
  void assign(List<Inspector> chosen) {
    RecheckStatus next = RecheckLifecycle.TABLE.next(status, RecheckAction.ASSIGN);
    lot.refuseHeld();
    Inspector.refuseWithoutUnit(chosen);
    chosen.forEach(inspector -> fixing.refuseInvolved(inspector.unitCode(), inspector.subject()));
    inspectors.clear();
    inspectors.addAll(chosen);
    status = next;
  }

  /**
   * Records what was found. {@code beforeAdvisedTime} tells afterwards whether it was early.
   *
   * @throws Conflict {@code own-unit} when {@code by} belongs to an involved unit, {@code own-work}
   *     when {@code by} worked on it or reviewed the work, {@code held-by-lot} while its lot
   *     decides about it
   * @throws Forbidden {@code not-assigned} when others were named
   * @throws Unprocessable {@code outcome-of-look-back} for an outcome that a look-back cannot have
   */
  public void giveOutcome(OutcomeReport report, Actor by, Instant now) {
    final RecheckStatus next = RecheckLifecycle.TABLE.next(status, RecheckAction.GIVE_OUTCOME);
    fixing.refuseInvolved(by.unitCode(), by.subject());
    lot.refuseHeld();
    if (!isOpenTo(by)) {
      throw new Forbidden("not-assigned");
    }
    report.verifyFor(kind, kind == RecheckKind.AFTER_REPLY ? fixing.repliedAt() : plannedAt, now);
    given = GivenOutcome.of(report, by, now);
    status = next;
  }

  /**
   * Lets it pass without some evidence.
   *
   * @throws Conflict {@code own-unit} when {@code by} belongs to an involved unit; {@code
   *     evidence-of-look-back}, which writes nothing off
   */
  void waive(NewWaiver waiver, Actor by, Instant now) {
    status = RecheckLifecycle.TABLE.next(status, RecheckAction.WAIVE_EVIDENCE);
    fixing.refuseInvolved(by.unitCode());
    lot.refuseHeld();
    if (kind != RecheckKind.AFTER_REPLY) {
      throw new Conflict("evidence-of-look-back");
    }
    evidence.waive(waiver, by, now);
  }

  /**
   * Whether it can become one of a lot, which then decides about it. What must be shown for the
   * write-off is shown by a visit, and nothing passes before its quiet time is over.
   */
  public boolean isFitForLot(Instant now) {
    return kind == RecheckKind.AFTER_REPLY
        && status == RecheckStatus.PLANNED
        && !lot.isTaken()
        && item.isFitForLot()
        && !evidence.isRequired()
        && !now.isBefore(advisedFrom);
  }

  /** Passes with its lot, without a visit of its own. */
  public void passWithLot(Actor by, Instant now) {
    status = RecheckLifecycle.TABLE.next(status, RecheckAction.GIVE_OUTCOME);
    given = GivenOutcome.ofLot(by, now);
    lot.release();
  }

  /** Gives the re-check up: its item was called off, or it was found already to have come back. */
  public void cancel() {
    status = RecheckLifecycle.TABLE.next(status, RecheckAction.CANCEL);
    lot.release();
  }

  /** Whether somebody came and did not find the problem fixed. */
  boolean hasFailed() {
    return given.hasFailed();
  }

  /** Whether somebody may still come to the spot. */
  public boolean isOpen() {
    return RecheckLifecycle.OPEN.contains(status);
  }

  /**
   * What {@code actor} may ask for, whatever the role.
   *
   * @param unitIsKnown whether it can be told that the actor is of no involved unit
   */
  List<RecheckAction> actionsFor(Actor actor, boolean unitIsKnown) {
    boolean mayJudge = unitIsKnown && isOpenTo(actor) && !fixing.involves(actor);
    return RecheckLifecycle.TABLE.allowed(status).stream()
        .filter(action -> !lot.isHeld() || action == RecheckAction.CANCEL)
        .filter(action -> action != RecheckAction.GIVE_OUTCOME || mayJudge)
        .filter(action -> action != RecheckAction.WAIVE_EVIDENCE || mayWaive(actor))
        .toList();
  }

  private boolean mayWaive(Actor actor) {
    return kind == RecheckKind.AFTER_REPLY && !fixing.involvesUnit(actor.unitCode());
  }

  private boolean isOpenTo(Actor actor) {
    return inspectors.isEmpty()
        || inspectors.stream().anyMatch(named -> named.subject().equals(actor.subject()));
  }

  /**
   * Marks the inspector's position when it lies in none of {@code districts} or far from the place,
   * and notes what evidence a passed re-check lacked.
   *
   * @param far metres from the place beyond which a position is marked
   * @throws Conflict {@code evidence-missing} when something required was neither given nor waived
   */
  public void weighEvidence(List<Bounds> districts, int far) {
    given.checkPosition(districts);
    given.measure(site, far);
    if (kind == RecheckKind.AFTER_REPLY && given.outcome() == RecheckOutcome.PASSED) {
      evidence.weigh(given.evidence(advisedFrom));
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public RecheckStatus status() {
    return status;
  }

  public RecheckKind kind() {
    return kind;
  }

  /** Who doubts what was written off. */
  public Doubt doubt() {
    return doubt;
  }

  /** Its place in a lot. */
  public LotMembership lot() {
    return lot;
  }

  /** The lot with which it passed without a visit, or {@code null}. */
  public UUID passedWithLot() {
    return lot.isDrawn() || !given.isOfLot() ? null : lot.lotId();
  }

  /** What is looked at. */
  public CheckedItem item() {
    return item;
  }

  public Place place() {
    return site == null ? new Place(null, null, null, null, null) : site.place();
  }

  /** What it looks back at. */
  public Fixing fixing() {
    return fixing;
  }

  public Instant advisedFrom() {
    return advisedFrom;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** Whether it is late at {@code now}, or was when it was done. */
  public boolean isOverdue(Instant now) {
    Instant doneAt = given.doneAt();
    return doneAt == null ? isOpen() && now.isAfter(dueAt) : doneAt.isAfter(dueAt);
  }

  /** Those who are to go, by subject. */
  public List<Inspector> inspectors() {
    return inspectors.stream().sorted(Comparator.comparing(Inspector::subject)).toList();
  }

  /** Whether it is visited for its lot: drawn, and not called off. */
  public boolean isInSample() {
    return lot.isDrawn() && status != RecheckStatus.CANCELLED;
  }

  /** What was found on the spot; empty until it is done. */
  public GivenOutcome given() {
    return given;
  }

  /** Whether the outcome was found before the advised time, or {@code null} until it is done. */
  public Boolean isBeforeAdvisedTime() {
    return given.isFoundBefore(advisedFrom);
  }

  /** What it asks for, what was waived and what was missing. */
  public RecheckEvidence evidence() {
    return evidence;
  }
}
