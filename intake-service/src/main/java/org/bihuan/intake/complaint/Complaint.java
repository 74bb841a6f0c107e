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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.reporter.Reporter;

/**
 * What a person or a source sent (诉求). It is registered, and then filed as a problem, merged into
 * one that is already tracked, rejected or withdrawn; each of these ends its own life, and its
 * reporter follows the problem from there.
 */
@Entity
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

  private String subject;
  private String text;

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

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "problem_id")
  private Problem problem;

  @Column(name = "rejection_reason")
  private String rejectionReason;

  @Embedded private Site site;
  @Embedded private Reporter reporter;
  @Version private long version;

  protected Complaint() {}

  /**
   * A complaint as it is taken in.
   *
   * @param id UUIDv7, to which what is kept of the reporter is bound
   * @param category the one that was sent, with full confidence, or a suggestion from the text
   * @param categorySuggested whether it is a suggestion
   */
  public record Registration(
      UUID id,
      String serial,
      String trackingCode,
      String channel,
      SourceKind sourceKind,
      String sourceRef,
      String subject,
      String text,
      CategorySuggestion category,
      boolean categorySuggested,
      Instant occurredAt,
      Site site,
      Reporter reporter) {}

  /** Takes a complaint in. */
  public static Complaint register(Registration registration, Instant now) {
    Complaint complaint = new Complaint();
    complaint.id = registration.id();
    complaint.serial = registration.serial();
    complaint.trackingCode = registration.trackingCode();
    complaint.channel = registration.channel();
    complaint.sourceKind = registration.sourceKind();
    complaint.sourceRef = registration.sourceRef();
    complaint.subject = registration.subject();
    complaint.text = registration.text();
    complaint.categoryCode = registration.category().code();
    complaint.categorySuggested = registration.categorySuggested();
    complaint.categoryConfidence = registration.category().confidence();
    complaint.occurredAt = registration.occurredAt();
    complaint.receivedAt = now;
    complaint.status = ComplaintStatus.RECEIVED;
    complaint.site = registration.site();
    complaint.reporter = registration.reporter();
    return complaint;
  }

  /** Becomes {@code newProblem}. */
  void file(Problem newProblem) {
    status = ComplaintLifecycle.TABLE.next(status, ComplaintAction.FILE);
    problem = newProblem;
    categoryCode = newProblem.categoryCode();
  }

  /** Joins a problem that is already tracked. */
  void mergeInto(Problem tracked) {
    status = ComplaintLifecycle.TABLE.next(status, ComplaintAction.MERGE);
    problem = tracked;
  }

  void reject(String reason) {
    status = ComplaintLifecycle.TABLE.next(status, ComplaintAction.REJECT);
    rejectionReason = reason;
  }

  void withdraw() {
    status = ComplaintLifecycle.TABLE.next(status, ComplaintAction.WITHDRAW);
  }

  Set<ComplaintAction> allowedActions() {
    return ComplaintLifecycle.TABLE.allowed(status);
  }

  /** Headline of the problem it becomes: the subject, else the beginning of the text. */
  String headline() {
    int most = 60;
    String line =
        subject == null || subject.isBlank()
            ? text.strip().lines().findFirst().orElse("")
            : subject.strip();
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
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

  public String subject() {
    return subject;
  }

  public String text() {
    return text;
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

  public String rejectionReason() {
    return rejectionReason;
  }

  /** Where it is; an empty site when nothing was sent, which Hibernate reads back as none. */
  public Site site() {
    return site == null ? new Site() : site;
  }

  public Reporter reporter() {
    return reporter;
  }

  public long version() {
    return version;
  }
}
