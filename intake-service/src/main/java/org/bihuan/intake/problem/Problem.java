package org.bihuan.intake.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.DispatchEvent.ItemUnassigned;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.refusal.Conflict;

/**
 * The unit of tracking (问题). It is filed on the ledger, then follows what dispatch and inspection
 * tell: each fact of its order item carries a number, so that a late or repeated one changes
 * nothing. The write-off is final, and only the inspection causes it [brief].
 */
@Entity
public class Problem {

  @Id private UUID id;
  private String serial;
  private String title;
  private String description;

  @Column(name = "category_code")
  private String categoryCode;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Enumerated(EnumType.STRING)
  @Column(name = "source_kind")
  private SourceKind sourceKind;

  @Column(name = "finding_id")
  private UUID findingId;

  private String address;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "community_code")
  private String communityCode;

  private Double longitude;
  private Double latitude;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Enumerated(EnumType.STRING)
  private ProblemStatus status;

  @Column(name = "item_sequence")
  private int itemSequence;

  @Column(name = "order_item_id")
  private UUID orderItemId;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "order_serial")
  private String orderSerial;

  @Column(name = "lead_unit_code")
  private String leadUnitCode;

  @Column(name = "lead_unit_name")
  private String leadUnitName;

  @Column(name = "joint_unit_codes")
  private List<String> jointUnitCodes;

  /** All of them, the lead unit first; made by the database, for conditions alone. */
  @Column(name = "unit_codes", insertable = false, updatable = false)
  private List<String> unitCodes;

  @Column(name = "unassigned_reason")
  private String unassignedReason;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "replied_at")
  private Instant repliedAt;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "rework_count")
  private int reworkCount;

  @Column(name = "standing_demand")
  private String standingDemand;

  @Column(name = "written_off_at")
  private Instant writtenOffAt;

  @Column(name = "merged_into")
  private UUID mergedInto;

  @Version private long version;

  protected Problem() {}

  /** What is put on the ledger when a problem is filed (立案). */
  public record Filing(
      String serial,
      String title,
      String description,
      String categoryCode,
      DeadlineClass deadlineClass,
      SourceKind sourceKind,
      UUID findingId,
      Place place) {}

  /** Puts a problem on the ledger. */
  public static Problem file(Filing filing, Instant now) {
    Problem problem = new Problem();
    problem.id = UuidCreator.getTimeOrderedEpoch();
    problem.serial = filing.serial();
    problem.title = filing.title();
    problem.description = filing.description();
    problem.categoryCode = filing.categoryCode();
    problem.deadlineClass = filing.deadlineClass();
    problem.sourceKind = filing.sourceKind();
    problem.findingId = filing.findingId();
    problem.address = filing.place().address();
    problem.subdistrictCode = filing.place().subdistrictCode();
    problem.communityCode = filing.place().communityCode();
    problem.longitude = filing.place().longitude();
    problem.latitude = filing.place().latitude();
    problem.filedAt = now;
    problem.status = ProblemStatus.OPEN;
    problem.jointUnitCodes = List.of();
    return problem;
  }

  /** Turned out to be a duplicate of {@code tracked}. */
  public void mergeInto(Problem tracked) {
    if (tracked == this) {
      throw new Conflict("merged-into-itself", serial);
    }
    refuseEnded();
    tracked.refuseEnded();
    status = ProblemStatus.MERGED;
    mergedInto = tracked.id;
  }

  /** Turned out to be another body's. */
  public void handOver() {
    refuseEnded();
    status = ProblemStatus.CANCELLED;
  }

  /**
   * What it is about and where, corrected.
   *
   * @param limitClass limit class of the category; taken while no unit has it, since nothing but
   *     the acts named for it moves a limit that runs
   */
  public void correct(String category, DeadlineClass limitClass, Place place) {
    refuseEnded();
    categoryCode = category;
    deadlineClass = leadUnitCode == null ? limitClass : deadlineClass;
    address = place.address();
    subdistrictCode = place.subdistrictCode();
    communityCode = place.communityCode();
    longitude = place.longitude();
    latitude = place.latitude();
  }

  /**
   * Complaints join and leave a problem only while it runs.
   *
   * @throws Conflict {@code problem-ended} when it was written off, called off or merged
   */
  public void refuseEnded() {
    if (status.isEnd()) {
      throw new Conflict("problem-ended", serial).with("currentStatus", status);
    }
  }

  /** No unit has it: none was found, or the one that had it has returned it. */
  void apply(ItemUnassigned fact) {
    if (advance(fact, ProblemFact.ITEM_UNASSIGNED)) {
      orderItemId = fact.itemId();
      orderId = null;
      orderSerial = null;
      leadUnitCode = null;
      leadUnitName = null;
      jointUnitCodes = List.of();
      dueAt = null;
      unassignedReason = fact.reason().name();
    }
  }

  void apply(ItemIssued fact) {
    if (advance(fact, ProblemFact.ITEM_ISSUED)) {
      orderItemId = fact.itemId();
      orderId = fact.orderId();
      orderSerial = fact.orderSerial();
      leadUnitCode = fact.leadUnit().code();
      leadUnitName = fact.leadUnit().name();
      jointUnitCodes = fact.jointUnits().stream().map(UnitName::code).toList();
      deadlineClass = fact.deadlineClass();
      dueAt = fact.dueAt();
      unassignedReason = null;
    }
  }

  /** The unit's final reply: its clock stops. */
  void applyFinalReply(DispatchEvent.ItemReplied fact) {
    if (advance(fact, ProblemFact.FINAL_REPLY)) {
      repliedAt = fact.occurredAt();
    }
  }

  void apply(ReplyAccepted fact) {
    if (advance(fact, ProblemFact.REPLY_ACCEPTED)) {
      standingDemand = fact.standingDemand() == null ? standingDemand : fact.standingDemand();
    }
  }

  void apply(DispatchEvent.ReplyReturned fact) {
    if (advance(fact, ProblemFact.REPLY_RETURNED)) {
      repliedAt = null;
      dueAt = fact.dueAt();
    }
  }

  void apply(ReworkOrdered fact) {
    if (advance(fact, ProblemFact.REWORK_ORDERED)) {
      repliedAt = null;
      reworkCount = fact.reworkCount();
      dueAt = fact.dueAt();
    }
  }

  /** An extension that was accepted moves the limit, and nothing else. */
  void apply(ItemExtensionDecided fact) {
    if (isNews(fact)) {
      dueAt = fact.dueAt();
    }
  }

  /** Its clock stands; a new day of review changes nothing about that. */
  void apply(ItemSuspended fact) {
    if (advance(fact, ProblemFact.ITEM_SUSPENDED)) {
      suspendedAt = suspendedAt == null ? fact.occurredAt() : suspendedAt;
    }
  }

  void apply(ItemResumed fact) {
    if (advance(
        fact, fact.inRework() ? ProblemFact.ITEM_RESUMED_IN_REWORK : ProblemFact.ITEM_RESUMED)) {
      suspendedAt = null;
      dueAt = fact.dueAt();
    }
  }

  void apply(DispatchEvent.ItemCancelled fact) {
    advance(fact, ProblemFact.ITEM_CANCELLED);
  }

  /** The write-off (销账); a second one changes nothing. */
  void writeOff(Instant at) {
    if (writtenOffAt == null) {
      moveTo(ProblemStatus.WRITTEN_OFF);
      writtenOffAt = at;
    }
  }

  /**
   * Whether the fact is news; if so the problem moves on. The write-off comes by another topic and
   * may overtake: then the item's facts are still taken down and the status stays. A fact that is
   * no news changes nothing here and is on the ledger all the same.
   */
  private boolean advance(DispatchEvent fact, ProblemFact kind) {
    boolean news = isNews(fact);
    if (news) {
      moveTo(kind.leadsTo());
    }
    return news;
  }

  private boolean isNews(DispatchEvent fact) {
    boolean news = fact.sequence() > itemSequence;
    itemSequence = Math.max(itemSequence, fact.sequence());
    return news;
  }

  private void moveTo(ProblemStatus next) {
    status = status.yieldsTo(next) ? next : status;
  }

  /**
   * Whether the limit has passed without a final reply in time; computed, never a status. While it
   * is suspended the clock stands, so it stays late or in time. Of a problem that was called off
   * nothing is owed any more, so without a reply it is never late.
   */
  public boolean isOverdue(Instant now) {
    if (dueAt == null || status.isCalledOff() && repliedAt == null) {
      return false;
    }
    Instant stoppedAt = suspendedAt == null ? repliedAt : suspendedAt;
    return (stoppedAt == null ? now : stoppedAt).isAfter(dueAt);
  }

  public UUID id() {
    return id;
  }

  public String serial() {
    return serial;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  public String categoryCode() {
    return categoryCode;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  public SourceKind sourceKind() {
    return sourceKind;
  }

  public UUID findingId() {
    return findingId;
  }

  public Place place() {
    return new Place(address, subdistrictCode, communityCode, longitude, latitude);
  }

  public Instant filedAt() {
    return filedAt;
  }

  public ProblemStatus status() {
    return status;
  }

  public UUID orderItemId() {
    return orderItemId;
  }

  public UUID orderId() {
    return orderId;
  }

  public String orderSerial() {
    return orderSerial;
  }

  /** The responsible unit, or {@code null} while there is none. */
  public UnitName leadUnit() {
    return leadUnitCode == null ? null : new UnitName(leadUnitCode, leadUnitName);
  }

  public List<String> jointUnitCodes() {
    return jointUnitCodes;
  }

  public String unassignedReason() {
    return unassignedReason;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public int reworkCount() {
    return reworkCount;
  }

  public String standingDemand() {
    return standingDemand;
  }

  public Instant writtenOffAt() {
    return writtenOffAt;
  }

  /** The problem it was merged into, or {@code null}. */
  public UUID mergedInto() {
    return mergedInto;
  }

  public long version() {
    return version;
  }
}
