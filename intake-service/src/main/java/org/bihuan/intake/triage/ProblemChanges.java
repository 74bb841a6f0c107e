package org.bihuan.intake.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemHandedOver;
import org.bihuan.contract.IntakeEvent.ProblemMerged;
import org.bihuan.contract.Place;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.complaint.ProblemFiling;
import org.bihuan.intake.complaint.ProblemFiling.Choice;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.subdistrict.Placing;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Unprocessable;

/** What a decision about a complaint does to the problem it belongs to, told to the others. */
@ApplicationScoped
class ProblemChanges {

  private final Problems problems;
  private final Complaints complaints;
  private final ProblemFiling filing;
  private final Attachments attachments;
  private final Ledger ledger;

  ProblemChanges(
      Problems problems,
      Complaints complaints,
      ProblemFiling filing,
      Attachments attachments,
      Ledger ledger) {
    this.problems = problems;
    this.complaints = complaints;
    this.filing = filing;
    this.attachments = attachments;
    this.ledger = ledger;
  }

  /**
   * Holds both problems of a merge, before anything is asked of them; all hold problems in one
   * order, so that no two wait for each other.
   */
  void hold(Complaint complaint, UUID targetId) {
    Stream.concat(complaint.problem().map(Problem::id).stream(), Stream.of(targetId))
        .sorted()
        .forEach(problems::held);
  }

  /** The problem a complaint belongs to, held for the decision; {@code null} when it has none. */
  Problem held(Complaint complaint) {
    return complaint.problem().flatMap(own -> problems.held(own.id())).orElse(null);
  }

  /**
   * The problem to join, held for the decision.
   *
   * @throws Unprocessable {@code problem-to-merge-not-found}
   */
  Problem target(UUID id) {
    return problems.held(id).orElseThrow(() -> new Unprocessable("problem-to-merge-not-found", id));
  }

  /**
   * Ends {@code own} as a duplicate of {@code tracked}; all its complaints go there, and those that
   * wait and may belong to it may belong to {@code tracked} now.
   */
  void merge(Complaint complaint, Problem own, Problem tracked, Actor actor, Instant now) {
    List<Complaint> moved = complaints.ofProblem(own.id());
    complaint.mergeInto(tracked);
    own.mergeInto(tracked);
    ledger.announce(
        new ProblemMerged(own.id(), tracked.id(), tracked.serial(), now, actor),
        own.id(),
        null,
        now,
        actor);
    complaints.likelyOf(own.id()).forEach(one -> one.waitFor(one.waitingFor(), tracked));
    for (Complaint one : moved) {
      one.follow(tracked);
      ledger.announce(
          new ComplaintMerged(
              tracked.id(),
              one.id(),
              one.channel(),
              one.sourceKind(),
              one.receivedAt(),
              now,
              actor),
          tracked.id(),
          one.id(),
          now,
          actor);
    }
  }

  /**
   * Refuses to let a merged complaint go that its problem cannot be without.
   *
   * @throws Conflict {@code problem-ended}, or {@code only-complaint} when no other one is there
   */
  void refuseLoss(Problem problem) {
    problem.refuseEnded();
    if (complaints.count("problem.id", problem.id()) == 1) {
      throw new Conflict("only-complaint", problem.serial());
    }
  }

  /**
   * Makes a merged complaint a problem of its own. What it had been before it was merged hands on
   * the finding it came from, with its photos, or the problem that came back.
   */
  void split(Complaint complaint, Category category, Actor actor, Instant now) {
    Problem former =
        ledger
            .filedAs(complaint.id())
            .map(problems::findById)
            .filter(own -> own.status() == ProblemStatus.MERGED)
            .orElse(null);
    if (former == null) {
      filing.split(complaint, Choice.of(category), actor, now);
      return;
    }
    Choice choice = Choice.withOriginOf(former, category);
    former.giveUpOrigin();
    // Two problems of one finding are refused, and Hibernate would store the new one first.
    problems.flush();
    filing.split(complaint, choice, actor, now);
    problems.flush();
    attachments.handOn(former.id(), complaint.problem().orElseThrow().id());
  }

  /** Corrects what the problem is about and where; {@code place} names no person. */
  void correct(
      Problem problem, Category category, Place place, Placing placing, Actor actor, Instant now) {
    problem.correct(category.code(), category.deadlineClass(), place, placing);
    ledger.announce(
        new ProblemCorrected(
            problem.id(), category.code(), category.deadlineClass(), place, now, actor),
        problem.id(),
        null,
        now,
        actor);
  }

  /** Lets a complaint go that is another body's; without any complaint left the problem ends. */
  void release(Problem problem, Complaint complaint, String bodyCode, Actor actor, Instant now) {
    problem.refuseEnded();
    if (complaints.count("problem.id", problem.id()) > 1) {
      complaint.leaveProblem();
      return;
    }
    problem.handOver();
    ledger.announce(
        new ProblemHandedOver(problem.id(), bodyCode, now, actor),
        problem.id(),
        complaint.id(),
        now,
        actor);
  }
}
