package org.bihuan.intake.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemPlanDateSet;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.DispatchEvent.ItemUnassigned;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.subdistrict.Placing;
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

  @Column(name = "relapse_of")
  private UUID relapseOf;

  private String address;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "community_code")
  private String communityCode;

  private Double longitude;
  private Double latitude;
  @Embedded private Placing placing;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Enumerated(EnumType.STRING)
  private ProblemStatus status;

  @Embedded private ToldItem item;

  @Column(name = "written_off_at")
  private Instant writtenOffAt;

  @Column(name = "merged_into")
  private UUID mergedInto;

  /** Set by the database with every change. */
  @Column(name = "changed_at", insertable = false, updatable = false)
  private Instant changedAt;

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
      UUID relapseOf,
      Place place,
      Placing placing) {}

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
    problem.relapseOf = filing.relapseOf();
    problem.stand(filing.place(), filing.placing());
    problem.filedAt = now;
    problem.status = ProblemStatus.OPEN;
    problem.item = ToldItem.nothing();
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

  /**
   * Its complaint is split off what it was merged into: what it came from is that of the problem
   * that the complaint becomes, since one alone has a finding.
   */
  public void giveUpOrigin() {
    findingId = null;
    relapseOf = null;
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
   * @param placed how it came by its place
   */
  public void correct(String category, DeadlineClass limitClass, Place place, Placing placed) {
    refuseEnded();
    categoryCode = category;
    deadlineClass = item.leadUnit() == null ? limitClass : deadlineClass;
    stand(place, placed);
  }

  private void stand(Place place, Placing placed) {
    address = place.address();
    subdistrictCode = place.subdistrictCode();
    communityCode = place.communityCode();
    longitude = place.longitude();
    latitude = place.latitude();
    placing = placed;
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

  void apply(ItemUnassigned fact) {
    if (advance(fact, ProblemFact.ITEM_UNASSIGNED)) {
      item.apply(fact);
    }
  }

  void apply(ItemIssued fact) {
    if (advance(fact, ProblemFact.ITEM_ISSUED)) {
      item.apply(fact);
      deadlineClass = fact.deadlineClass();
    }
  }

  /** The unit's final reply: its clock stops. */
  void applyFinalReply(ItemReplied fact) {
    if (advance(fact, ProblemFact.FINAL_REPLY)) {
      item.applyFinalReply(fact);
    }
  }

  void apply(ReplyAccepted fact) {
    if (advance(fact, ProblemFact.REPLY_ACCEPTED)) {
      item.apply(fact);
    }
  }

  void apply(ReplyReturned fact) {
    if (advance(fact, ProblemFact.REPLY_RETURNED)) {
      item.apply(fact);
    }
  }

  void apply(ReworkOrdered fact) {
    if (advance(fact, ProblemFact.REWORK_ORDERED)) {
      item.apply(fact);
    }
  }

  /** An extension that was accepted moves the limit, and nothing else. */
  void apply(ItemExtensionDecided fact) {
    if (item.isNews(fact)) {
      item.apply(fact);
    }
  }

  /** Its limit is no longer one by the hour, but the date that a meeting set. */
  void apply(ItemPlanDateSet fact) {
    if (item.isNews(fact)) {
      deadlineClass = DeadlineClass.PLANNED;
      item.apply(fact);
    }
  }

  void apply(ItemSuspended fact) {
    if (advance(fact, ProblemFact.ITEM_SUSPENDED)) {
      item.apply(fact);
    }
  }

  void apply(ItemResumed fact) {
    if (advance(
        fact, fact.inRework() ? ProblemFact.ITEM_RESUMED_IN_REWORK : ProblemFact.ITEM_RESUMED)) {
      item.apply(fact);
    }
  }

  void apply(ItemCancelled fact) {
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
    if (!item.isNews(fact)) {
      return false;
    }
    moveTo(kind.leadsTo());
    return true;
  }

  private void moveTo(ProblemStatus next) {
    status = status.yieldsTo(next) ? next : status;
  }

  /**
   * Whether the limit has passed without a final reply in time; computed, never a status. Of a
   * problem that was called off nothing is owed any more, so without a reply it is never late.
   */
  public boolean isOverdue(Instant now) {
    return item.isLate(now) && (item.isReplied() || !status.isCalledOff());
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

  /** The problem, written off, that has come back as this one, or {@code null}. */
  public UUID relapseOf() {
    return relapseOf;
  }

  public Place place() {
    return new Place(address, subdistrictCode, communityCode, longitude, latitude);
  }

  /** How it came by its sub-district. */
  public Placing placing() {
    return placing == null ? Placing.NONE : placing;
  }

  public Instant filedAt() {
    return filedAt;
  }

  public ProblemStatus status() {
    return status;
  }

  /** Its order item, as far as dispatch has told of it. */
  public ToldItem item() {
    return item;
  }

  public Instant dueAt() {
    return item.dueAt();
  }

  public Instant writtenOffAt() {
    return writtenOffAt;
  }

  /** When it last changed, its end being the last change; {@code null} as long as it never did. */
  public Instant changedAt() {
    return changedAt;
  }

  /** The problem it was merged into, or {@code null}. */
  public UUID mergedInto() {
    return mergedInto;
  }

  public long version() {
    return version;
  }
}
