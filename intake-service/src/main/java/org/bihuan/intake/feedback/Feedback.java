package org.bihuan.intake.feedback;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.reporter.Masking;
import org.hibernate.annotations.Immutable;

/**
 * What a reporter says of the end of a complaint (评价): whether it is solved, and how satisfied the
 * reporter is. Given once for each complaint after the write-off and never changed, but that an
 * erasure masks the comment; reporters of one problem answer each for oneself.
 */
@Entity
@Immutable
public class Feedback {

  @Id private UUID id;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "complaint_id")
  private Complaint complaint;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "problem_id")
  private Problem problem;

  private boolean resolved;
  private int satisfaction;
  private String comment;

  @Enumerated(EnumType.STRING)
  private FeedbackWay way;

  @Column(name = "given_at")
  private Instant givenAt;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "actor_unit")
  private String actorUnit;

  @Column(name = "actor_subject")
  private String actorSubject;

  protected Feedback() {}

  /** What was said about a complaint whose problem was written off; masked after an erasure. */
  static Feedback of(
      Complaint complaint, NewFeedback said, FeedbackWay way, Actor actor, Instant now) {
    Feedback feedback = new Feedback();
    feedback.id = UuidCreator.getTimeOrderedEpoch();
    feedback.complaint = complaint;
    feedback.problem = complaint.problem().orElseThrow();
    feedback.resolved = said.resolved();
    feedback.satisfaction = said.satisfaction();
    feedback.comment =
        complaint.reporter().purgedAt() == null ? said.words() : Masking.kept(said.words(), null);
    feedback.way = way;
    feedback.givenAt = now;
    feedback.actorRole = actor.role();
    feedback.actorUnit = actor.unitCode();
    feedback.actorSubject = actor.subject();
    return feedback;
  }

  public UUID id() {
    return id;
  }

  public Complaint complaint() {
    return complaint;
  }

  public Problem problem() {
    return problem;
  }

  public boolean isResolved() {
    return resolved;
  }

  /** 1 to 5, the best. */
  public int satisfaction() {
    return satisfaction;
  }

  /** What was said in words, or {@code null}. */
  public String comment() {
    return comment;
  }

  public FeedbackWay way() {
    return way;
  }

  public Instant givenAt() {
    return givenAt;
  }

  /** The reporter without a login, or the clerk who asked. */
  public Actor actor() {
    return new Actor(actorRole, actorUnit, actorSubject);
  }
}
