package org.bihuan.inspection.finding;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.Place;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.onsite.Site;
import org.bihuan.kit.refusal.Conflict;

/**
 * A defect that an inspection found at a stop (督查发现), or a mock evaluation at a point.
 *
 * <p>Its life: it is reported, goes to intake, which files it as a problem like any other, and
 * learns its problem and order when dispatch has issued them. It may be issued anew to another
 * unit; the newest order counts.
 */
@Entity
@Table(name = "finding")
public class Finding {

  @Id private UUID id;
  @Version private long version;

  @Column(name = "inspection_id")
  private UUID inspectionId;

  @Column(name = "stop_number")
  private Integer stop;

  @Column(name = "evaluation_id")
  private UUID evaluationId;

  @Column(name = "observation_id")
  private UUID observationId;

  private String title;
  private String description;

  @Column(name = "category_code")
  private String categoryCode;

  @Embedded private Site site;

  @Column(name = "found_at")
  private Instant foundAt;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "reported_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "reported_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "reported_by_subject"))
  private ActedBy reportedBy;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "item_sequence")
  private int itemSequence;

  @Column(name = "order_serial")
  private String orderSerial;

  @Column(name = "lead_unit_code")
  private String leadUnitCode;

  @Column(name = "lead_unit_name")
  private String leadUnitName;

  @Column(name = "unit_codes")
  private List<String> unitCodes = List.of();

  @Embedded private Decision decision;

  protected Finding() {}

  /**
   * The finding {@code sent} by {@code by}, at a stop whose place is {@code place}.
   *
   * @param foundAt when it was found, no later than now
   */
  public static Finding report(
      NewFinding sent, UUID inspectionId, Place place, Instant foundAt, Actor by, Instant now) {
    Finding finding =
        of(
            new Words(sent.title(), sent.description(), sent.categoryCode(), sent.attachmentIds()),
            place,
            foundAt,
            by,
            now);
    finding.inspectionId = inspectionId;
    finding.stop = sent.stop();
    return finding;
  }

  /** What {@code by} makes of an item that failed at a point of a mock evaluation. */
  public static Finding observed(
      Words words, Observed observed, Place place, Instant foundAt, Actor by, Instant now) {
    Finding finding = of(words, place, foundAt, by, now);
    finding.evaluationId = observed.evaluationId();
    finding.observationId = observed.observationId();
    return finding;
  }

  private static Finding of(Words words, Place place, Instant foundAt, Actor by, Instant now) {
    Finding finding = new Finding();
    finding.id = UuidCreator.getTimeOrderedEpoch();
    finding.title = words.title();
    finding.description = words.description();
    finding.categoryCode = words.categoryCode();
    finding.site = Site.of(place);
    finding.attachmentIds = List.copyOf(words.attachmentIds());
    finding.foundAt = foundAt;
    finding.reportedAt = now;
    finding.reportedBy = ActedBy.of(by);
    return finding;
  }

  /** What was found, in the words and photos of whoever reports it. */
  public record Words(
      String title, String description, String categoryCode, List<UUID> attachmentIds) {}

  /** By what observation of which mock evaluation it was found. */
  public record Observed(UUID evaluationId, UUID observationId) {}

  /**
   * A round table settles what is done about it; nothing settles that again.
   *
   * @throws Conflict {@code finding-decided} when one has before
   */
  void settle(Decision settled) {
    if (decision != null) {
      throw new Conflict("finding-decided", title);
    }
    decision = settled;
  }

  /** Whether it has heard of this order, or of a newer one of the same item. */
  boolean knows(ItemIssued issued) {
    return issued.itemId().equals(itemId) && issued.sequence() <= itemSequence;
  }

  /** Learns its problem and order. */
  void follow(ItemIssued issued) {
    problemId = issued.problemId();
    itemId = issued.itemId();
    itemSequence = issued.sequence();
    orderSerial = issued.orderSerial();
    leadUnitCode = issued.leadUnit().code();
    leadUnitName = issued.leadUnit().name();
    unitCodes =
        Stream.concat(Stream.of(issued.leadUnit()), issued.jointUnits().stream())
            .map(UnitName::code)
            .toList();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** {@code null}, like the stop, when a mock evaluation found it. */
  public UUID inspectionId() {
    return inspectionId;
  }

  /** Number of the stop at which it was found, from 1. */
  public Integer stop() {
    return stop;
  }

  /** {@code null}, like the observation, when an inspection found it. */
  public UUID evaluationId() {
    return evaluationId;
  }

  public UUID observationId() {
    return observationId;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  /** {@code null} when intake is to suggest one. */
  public String categoryCode() {
    return categoryCode;
  }

  public Place place() {
    return site.place();
  }

  /** Photos that show it. */
  public List<UUID> attachmentIds() {
    return attachmentIds;
  }

  /** When it was found; as old records do not say, when it was reported. */
  public Instant foundAt() {
    return foundAt == null ? reportedAt : foundAt;
  }

  /** What a round table decided about it, or {@code null}. */
  public Decision decision() {
    return decision;
  }

  public Instant reportedAt() {
    return reportedAt;
  }

  public Actor reportedBy() {
    return reportedBy.actor();
  }

  /** The problem it became, or {@code null} while it has no order. */
  public UUID problemId() {
    return problemId;
  }

  public UUID itemId() {
    return itemId;
  }

  public String orderSerial() {
    return orderSerial;
  }

  /** The responsible unit, or {@code null} while it has no order. */
  public UnitName leadUnit() {
    return leadUnitCode == null ? null : new UnitName(leadUnitCode, leadUnitName);
  }
}
