package org.bihuan.intake.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.recognition.Recognised;
import org.bihuan.intake.reporter.Reporter;
import org.bihuan.intake.source.SourceDetails;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What a person or a source sent (诉求). It is registered, and then filed as a problem, merged into
 * one that is already tracked, handed over to another body, rejected or withdrawn. Once it belongs
 * to a problem its reporter follows that; the desk can still correct it, merge it elsewhere, split
 * it off again or hand it over. An update writes what changed alone: the reporter may have been
 * locked anew since it was read.
 */
@Entity
@DynamicUpdate
public class Complaint {

  @Id private UUID id;
  private String serial;

  @Column(name = "tracking_code")
  private String trackingCode;

  @Column(name = "channel_code")
  private String channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "source_kind")
  private SourceKind sourceKind;

  @Column(name = "source_ref")
  private String sourceRef;

  @Column(name = "sent_fingerprints")
  private byte[] sentFingerprints;

  private String subject;
  private String text;

  @Column(name = "content_key")
  private Long contentKey;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "category_suggested")
  private boolean categorySuggested;

  @Column(name = "category_confidence")
  private double categoryConfidence;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  private ComplaintStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "waiting_for")
  private WaitingFor waitingFor;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "likely_problem_id")
  private Problem likelyProblem;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "problem_id")
  private Problem problem;

  @Column(name = "rejection_reason")
  private String rejectionReason;

  @Embedded private SourceDetails source;
  @Embedded private Recognised recognised;
  @Embedded private Handover handover;
  @Embedded private Site site;
  @Embedded private Reporter reporter;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds;

  /** Set by the database with every change. */
  @Column(name = "changed_at", insertable = false, updatable = false)
  private Instant changedAt;

  @Version private long version;

  protected Complaint() {}

  /**
   * A complaint as it is taken in.
   *
   * @param id UUIDv7, to which what is kept of the reporter is bound
   * @param sentFingerprints of what was sent under {@code sourceRef}; {@code null} without one
   * @param category the one that was sent, with full confidence, or a suggestion from the text
   * @param recognised what the text says besides; {@code null} when the category was sent
   * @param said the site as it was sent; {@code site} is where that was found to be
   */
  public record Registration(
      UUID id,
      String serial,
      String trackingCode,
      String channel,
      SourceKind sourceKind,
      String sourceRef,
      byte[] sentFingerprints,
      SourceDetails source,
      String subject,
      String text,
      CategorySuggestion category,
      Recognised recognised,
      Instant occurredAt,
      Site said,
      Site site,
      Reporter reporter,
      List<UUID> attachmentIds) {}

  /** Takes a complaint in. */
  public static Complaint register(Registration registration, Instant now) {
    Complaint complaint = new Complaint();
    complaint.id = registration.id();
    complaint.serial = registration.serial();
    complaint.trackingCode = registration.trackingCode();
    complaint.channel = registration.channel();
    complaint.sourceKind = registration.sourceKind();
    complaint.sourceRef = registration.sourceRef();
    complaint.sentFingerprints = registration.sentFingerprints();
    complaint.source = registration.source();
    complaint.subject = registration.subject();
    complaint.text = registration.text();
    complaint.categoryCode = registration.category().code();
    complaint.categorySuggested = registration.recognised() != null;
    complaint.categoryConfidence = registration.category().confidence();
    complaint.recognised = registration.recognised();
    complaint.occurredAt = registration.occurredAt();
    complaint.receivedAt = now;
    complaint.status = ComplaintStatus.RECEIVED;
    complaint.site = registration.site();
    complaint.contentKey = ContentKey.of(registration);
    complaint.reporter = registration.reporter();
    complaint.attachmentIds = List.copyOf(registration.attachmentIds());
    return complaint;
  }

  /**
   * Stays on the desk.
   *
   * @param likely a problem it may belong to, or {@code null}
   */
  public void waitFor(WaitingFor reason, Problem likely) {
    waitingFor = reason;
    likelyProblem = likely;
  }

  void file(Problem newProblem) {
    move(ComplaintAction.FILE);
    problem = newProblem;
    categoryCode = newProblem.categoryCode();
  }

  /** Joins a problem that is already tracked. */
  public void mergeInto(Problem tracked) {
    move(ComplaintAction.MERGE);
    problem = tracked;
  }

  /** Goes along with its problem, which was merged into another. */
  public void follow(Problem tracked) {
    problem = tracked;
  }

  /** Refuses a split from where it is, before anything is asked of its problem. */
  public void refuseSplit() {
    ComplaintLifecycle.TABLE.next(status, ComplaintAction.SPLIT);
  }

  /** Leaves the problem it was merged into and becomes {@code newProblem}. */
  void split(Problem newProblem) {
    move(ComplaintAction.SPLIT);
    problem = newProblem;
  }

  /** The desk corrects what it is about and where. */
  public void correct(String category, Site place) {
    move(ComplaintAction.CORRECT);
    categoryCode = category;
    categorySuggested = false;
    categoryConfidence = 1;
    site = place;
  }

  /** The desk has seen where it is and lets it stand. */
  public void settlePlace() {
    site = site().settled();
  }

  /** It is another body's. */
  public void handOver(Handover handover) {
    move(ComplaintAction.HAND_OVER);
    this.handover = handover;
  }

  /** Leaves its problem to the other complaints, after it was handed over. */
  public void leaveProblem() {
    problem = null;
  }

  public void reject(String reason) {
    move(ComplaintAction.REJECT);
    rejectionReason = reason;
  }

  public void withdraw() {
    move(ComplaintAction.WITHDRAW);
  }

  private void move(ComplaintAction action) {
    status = ComplaintLifecycle.TABLE.next(status, action);
    if (status != ComplaintStatus.RECEIVED) {
      waitingFor = null;
      likelyProblem = null;
    }
  }

  public Set<ComplaintAction> allowedActions() {
    return ComplaintLifecycle.TABLE.allowed(status);
  }

  /**
   * Keeps nothing by which its reporter could be known, and of texts what {@code masking} leaves.
   */
  public void forgetReporter(UnaryOperator<String> masking, Instant now) {
    subject = masking.apply(subject);
    text = masking.apply(text);
    rejectionReason = masking.apply(rejectionReason);
    handover = handover == null ? null : handover.masked(masking);
    source = source == null ? null : source.with(masking);
    site = site().masked(masking);
    reporter = reporter.forgotten(now);
    sentFingerprints = null;
    contentKey = null;
  }

  public UUID id() {
    return id;
  }

  public String serial() {
    return serial;
  }

  public String trackingCode() {
    return trackingCode;
  }

  public String channel() {
    return channel;
  }

  public SourceKind sourceKind() {
    return sourceKind;
  }

  public String sourceRef() {
    return sourceRef;
  }

  public SourceDetails source() {
    return source;
  }

  public String subject() {
    return subject;
  }

  public String text() {
    return text;
  }

  /** What was sent under {@link #sourceRef()}, field by field, or {@code null} without one. */
  public byte[] sentFingerprints() {
    return sentFingerprints;
  }

  /** Equal for complaints that say the same about the same place; {@code null} when too vague. */
  public Long contentKey() {
    return contentKey;
  }

  /** Why it waits on the desk; {@code null} once it was decided about. */
  public WaitingFor waitingFor() {
    return waitingFor;
  }

  /** While it waits: a problem that it may belong to. */
  public Optional<Problem> likelyProblem() {
    return Optional.ofNullable(likelyProblem);
  }

  /** To whom it was handed over, or {@code null}. */
  public Handover handover() {
    return handover;
  }

  public String categoryCode() {
    return categoryCode;
  }

  /** Whether the category was suggested from the text rather than sent. */
  public boolean isCategorySuggested() {
    return categorySuggested;
  }

  public double categoryConfidence() {
    return categoryConfidence;
  }

  /** What was made of its text when it came in; {@code null} when its category was sent. */
  public Recognised recognised() {
    return recognised;
  }

  public Instant occurredAt() {
    return occurredAt;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public ComplaintStatus status() {
    return status;
  }

  /** The problem it was filed as or merged into. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** Whether its problem was written off; what was handed over does not follow that. */
  public boolean isWrittenOff() {
    return handover == null && problem != null && problem.writtenOffAt() != null;
  }

  /** What was last said to the reporter, or {@code null}. */
  public String noteToReporter() {
    return handover == null ? rejectionReason : handover.replyToReporter();
  }

  /** When it was last decided about or corrected; {@code null} as long as it never was. */
  public Instant changedAt() {
    return changedAt;
  }

  public String rejectionReason() {
    return rejectionReason;
  }

  /** Where it is; an empty site when nothing was sent, which Hibernate reads back as none. */
  public Site site() {
    return site == null ? Site.unknown() : site;
  }

  public Reporter reporter() {
    return reporter;
  }

  /** Photos and papers that were sent with it. */
  public List<UUID> attachmentIds() {
    return attachmentIds;
  }

  public long version() {
    return version;
  }
}
