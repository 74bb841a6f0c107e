package org.bihuan.inspection.recheck;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
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
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemCorrected;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evidence.EvidencePolicy;
import org.bihuan.inspection.evidence.NewWaiver;
import org.bihuan.inspection.evidence.RecheckEvidence;
import org.bihuan.inspection.onsite.Arrival;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.inspection.onsite.Site;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;

/**
 * A look back on the spot (回头看) at whether a problem is fixed.
 *
 * <p>Its life: the acceptance of a final reply plans it, one for each round of an item. The special
 * team may name inspectors, never of a unit involved in the fixing; or an inspector takes it by
 * giving its outcome. PASSED writes the problem off; anything else sends the item back to its unit,
 * whose next accepted reply plans the next round. A finished re-check never changes.
 */
@Entity
@Table(name = "recheck")
public class Recheck {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private RecheckStatus status;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Column(name = "item_id")
  private UUID itemId;

  private int round;
  private String title;

  @Column(name = "category_code")
  private String categoryCode;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Embedded private Site site;

  @Column(name = "lead_unit_code")
  private String leadUnitCode;

  @Column(name = "lead_unit_name")
  private String leadUnitName;

  @Column(name = "involved_unit_codes")
  private List<String> involvedUnitCodes;

  @Column(name = "standing_demand")
  private String standingDemand;

  @Column(name = "replied_at")
  private Instant repliedAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "advised_from")
  private Instant advisedFrom;

  @Column(name = "due_at")
  private Instant dueAt;

  @ElementCollection
  @CollectionTable(name = "recheck_inspector", joinColumns = @JoinColumn(name = "recheck_id"))
  private List<Inspector> inspectors = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  private RecheckOutcome outcome;

  private String note;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds = List.of();

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Embedded private Position position;

  @Column(name = "done_at")
  private Instant doneAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "done_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "done_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "done_by_subject"))
  private ActedBy doneBy;

  @Embedded private RecheckEvidence evidence;

  protected Recheck() {}

  /** The re-check owed for {@code accepted}, and the evidence its category asks for. */
  static Recheck plan(ReplyAccepted accepted, RecheckPolicy policy, EvidencePolicy asked) {
    Recheck recheck = new Recheck();
    recheck.id = UuidCreator.getTimeOrderedEpoch();
    recheck.status = RecheckStatus.PLANNED;
    recheck.problemId = accepted.problemId();
    recheck.problemSerial = accepted.problemSerial();
    recheck.itemId = accepted.itemId();
    recheck.round = accepted.round();
    recheck.title = accepted.title();
    recheck.categoryCode = accepted.categoryCode();
    recheck.deadlineClass = accepted.deadlineClass();
    recheck.site = Site.of(accepted.place());
    recheck.leadUnitCode = accepted.leadUnit().code();
    recheck.leadUnitName = accepted.leadUnit().name();
    recheck.involvedUnitCodes = List.copyOf(accepted.involvedUnitCodes());
    recheck.standingDemand = accepted.standingDemand();
    recheck.repliedAt = accepted.repliedAt();
    recheck.acceptedAt = accepted.occurredAt();
    recheck.advisedFrom = policy.advisedFrom(accepted.categoryCode(), accepted.repliedAt());
    recheck.dueAt = policy.dueAt(accepted.occurredAt());
    recheck.evidence = RecheckEvidence.askedBy(asked);
    return recheck;
  }

  /**
   * Takes over what was corrected about the problem: inspectors go to the right place. What follows
   * from the category at the planning stays as it was planned.
   */
  void correct(ItemCorrected corrected) {
    categoryCode = corrected.categoryCode();
    site = Site.of(corrected.place());
  }

  /**
   * Whether a reply of {@code round} is news after this, the item's newest re-check.
   *
   * @throws IllegalStateException when such a reply is impossible: only a failed re-check opens a
   *     new round
   */
  boolean isFollowedBy(int nextRound) {
    if (nextRound <= round) {
      return false;
    }
    if (!hasFailed()) {
      throw new IllegalStateException(
          "a reply of round %d was accepted, but re-check %s of round %d has not failed"
              .formatted(nextRound, id, round));
    }
    return true;
  }

  /**
   * Names those who are to go, in place of any named before.
   *
   * @throws Conflict {@code own-unit} when one of them belongs to an involved unit
   * @throws Invalid {@code required} when the unit of one of them is not said
   */
  void assign(List<Inspector> chosen) {
    RecheckStatus next = RecheckLifecycle.TABLE.next(status, RecheckAction.ASSIGN);
    refuseWithoutUnit(chosen);
    chosen.forEach(inspector -> refuseInvolved(inspector.unitCode()));
    inspectors.clear();
    inspectors.addAll(chosen);
    status = next;
  }

  /**
   * Records what was found. {@code beforeAdvisedTime} tells afterwards whether it was early.
   *
   * @throws Conflict {@code own-unit} when {@code by} belongs to an involved unit
   * @throws Forbidden {@code not-assigned} when others were named
   */
  public void giveOutcome(OutcomeReport report, Actor by, Instant now) {
    final RecheckStatus next = RecheckLifecycle.TABLE.next(status, RecheckAction.GIVE_OUTCOME);
    refuseInvolved(by.unitCode());
    if (!isOpenTo(by)) {
      throw new Forbidden("not-assigned");
    }
    Arrival.verify(report.arrivedAt(), repliedAt, "arrived-before-reply", now);
    outcome = report.outcome();
    note = report.note();
    attachmentIds = report.attachmentIds();
    arrivedAt = report.arrivedAt();
    position = Position.of(report);
    doneAt = now;
    doneBy = ActedBy.of(by);
    status = next;
  }

  /**
   * Lets it pass without some evidence.
   *
   * @throws Conflict {@code own-unit} when {@code by} belongs to an involved unit
   */
  void waive(NewWaiver waiver, Actor by, Instant now) {
    status = RecheckLifecycle.TABLE.next(status, RecheckAction.WAIVE_EVIDENCE);
    refuseInvolved(by.unitCode());
    evidence.waive(waiver, by, now);
  }

  /** Gives the re-check up with its item. */
  void cancel() {
    status = RecheckLifecycle.TABLE.next(status, RecheckAction.CANCEL);
  }

  /** Whether somebody came and did not find the problem fixed. */
  boolean hasFailed() {
    return outcome != null && outcome != RecheckOutcome.PASSED;
  }

  /** Whether somebody may still come to the spot. */
  boolean isOpen() {
    return RecheckLifecycle.OPEN.contains(status);
  }

  /**
   * What {@code actor} may ask for, whatever the role.
   *
   * @param unitIsKnown whether it can be told that the actor is of no involved unit
   */
  List<RecheckAction> actionsFor(Actor actor, boolean unitIsKnown) {
    boolean mayJudge = unitIsKnown && isOpenTo(actor) && !isInvolved(actor.unitCode());
    return RecheckLifecycle.TABLE.allowed(status).stream()
        .filter(action -> action != RecheckAction.GIVE_OUTCOME || mayJudge)
        .filter(action -> action != RecheckAction.WAIVE_EVIDENCE || !isInvolved(actor.unitCode()))
        .toList();
  }

  private boolean isOpenTo(Actor actor) {
    return inspectors.isEmpty()
        || inspectors.stream().anyMatch(named -> named.subject().equals(actor.subject()));
  }

  /**
   * Marks the inspector's position when it lies in none of {@code districts}, and notes what
   * evidence a passed re-check lacked.
   *
   * @throws Conflict {@code evidence-missing} when something required was neither given nor waived
   */
  public void weighEvidence(List<Bounds> districts) {
    if (position != null) {
      position = position.checkedBy(districts);
    }
    if (outcome == RecheckOutcome.PASSED) {
      evidence.weigh(given());
    }
  }

  private List<Evidence> given() {
    List<Evidence> given = new ArrayList<>();
    if (!attachmentIds.isEmpty()) {
      given.add(Evidence.PHOTO);
    }
    if (position != null && position.doubt() == null) {
      given.add(Evidence.POSITION);
    }
    if (!isBeforeAdvisedTime()) {
      given.add(Evidence.QUIET_TIME);
    }
    return given;
  }

  private boolean isInvolved(String unitCode) {
    return unitCode != null && involvedUnitCodes.contains(unitCode);
  }

  private static void refuseWithoutUnit(List<Inspector> chosen) {
    List<FieldError> faults =
        IntStream.range(0, chosen.size())
            .filter(index -> chosen.get(index).unitCode() == null)
            .mapToObj(index -> new FieldError("inspectors[" + index + "].unitCode", "required"))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private void refuseInvolved(String unitCode) {
    if (isInvolved(unitCode)) {
      throw new Conflict("own-unit", unitCode);
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

  public UUID problemId() {
    return problemId;
  }

  /** The problem's number for people. */
  public String problemSerial() {
    return problemSerial;
  }

  public UUID itemId() {
    return itemId;
  }

  /** Number of failed re-checks of the item before this one. */
  public int round() {
    return round;
  }

  public String title() {
    return title;
  }

  public String categoryCode() {
    return categoryCode;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  public Place place() {
    return site == null ? new Place(null, null, null, null, null) : site.place();
  }

  /** The responsible unit as it was called when its reply was accepted. */
  public UnitName leadUnit() {
    return new UnitName(leadUnitCode, leadUnitName);
  }

  /** Lasting demand made with the acceptance, or {@code null}; to be looked at on the spot too. */
  public String standingDemand() {
    return standingDemand;
  }

  public Instant repliedAt() {
    return repliedAt;
  }

  public Instant acceptedAt() {
    return acceptedAt;
  }

  public Instant advisedFrom() {
    return advisedFrom;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** Whether it is late at {@code now}, or was when it was done. */
  public boolean isOverdue(Instant now) {
    return doneAt == null ? isOpen() && now.isAfter(dueAt) : doneAt.isAfter(dueAt);
  }

  /** Those who are to go, by subject. */
  public List<Inspector> inspectors() {
    return inspectors.stream().sorted(Comparator.comparing(Inspector::subject)).toList();
  }

  /** {@code null} until it is done. */
  public RecheckOutcome outcome() {
    return outcome;
  }

  public String note() {
    return note;
  }

  public List<UUID> attachmentIds() {
    return attachmentIds;
  }

  /** When the inspector came to the spot, or {@code null} when not told. */
  public Instant arrivedAt() {
    return arrivedAt;
  }

  /** Where the inspector stood, or {@code null} when not told. */
  public Position position() {
    return position;
  }

  public Instant doneAt() {
    return doneAt;
  }

  /** Who gave the outcome, or {@code null} until it is done. */
  public Actor doneBy() {
    return doneBy == null ? null : doneBy.actor();
  }

  /** Whether the outcome was found before the advised time, or {@code null} until it is done. */
  public Boolean isBeforeAdvisedTime() {
    if (doneAt == null) {
      return null;
    }
    return (arrivedAt == null ? doneAt : arrivedAt).isBefore(advisedFrom);
  }

  /** What it asks for, what was waived and what was missing. */
  public RecheckEvidence evidence() {
    return evidence;
  }
}
