package org.bihuan.inspection.accountability;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.accountability.facts.Basis;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Forbidden;
import org.hibernate.annotations.ListIndexBase;

/**
 * A matter of conduct of one unit (线索移送/提请单): proposed with the facts it rests on, by the system or
 * by hand, and then decided by a named person with the role that its level asks for. It states
 * facts and refers them; it judges nobody. The order items it is about run on.
 */
@Entity
@Table(name = "accountability_case")
public class AccountabilityCase {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ConductLevel level;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  @Column(name = "subject_unit_code")
  private String subjectUnitCode;

  @Column(name = "subject_unit_name")
  private String subjectUnitName;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "item_id")
  private UUID itemId;

  @ElementCollection
  @CollectionTable(name = "case_basis", joinColumns = @JoinColumn(name = "case_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Basis> basis = new ArrayList<>();

  private String suggestion;

  /** Who alone has done all re-checks that it rests on; null when several have, or none is. */
  @Column(name = "sole_inspector")
  private String soleInspector;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "proposed_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "proposed_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "proposed_by_subject"))
  private ActedBy proposedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "decided_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "decided_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
  private ActedBy decidedBy;

  @Column(name = "decision_reason")
  private String decisionReason;

  @Column(name = "served_at")
  private Instant servedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "served_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "served_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "served_by_subject"))
  private ActedBy servedBy;

  protected AccountabilityCase() {}

  /**
   * What is proposed, with all that it names found.
   *
   * @param problemId the problem that all of the basis is about, or {@code null}
   * @param itemId the item whose re-checks the system counted, or {@code null} when by hand
   * @param suggestion or {@code null}
   * @param soleInspector who alone has done all re-checks of the basis, or {@code null}
   */
  record Proposal(
      ConductLevel level,
      UnitName subjectUnit,
      UUID problemId,
      UUID itemId,
      List<Basis> basis,
      String suggestion,
      String soleInspector) {}

  /** A case that waits for its decision. */
  static AccountabilityCase propose(Proposal proposal, Actor by, Instant now) {
    AccountabilityCase proposed = new AccountabilityCase();
    proposed.id = UuidCreator.getTimeOrderedEpoch();
    proposed.level = proposal.level();
    proposed.status = CaseStatus.PROPOSED;
    proposed.subjectUnitCode = proposal.subjectUnit().code();
    proposed.subjectUnitName = proposal.subjectUnit().name();
    proposed.problemId = proposal.problemId();
    proposed.itemId = proposal.itemId();
    proposed.basis.addAll(proposal.basis());
    proposed.suggestion = proposal.suggestion();
    proposed.soleInspector = proposal.soleInspector();
    proposed.proposedAt = now;
    proposed.proposedBy = ActedBy.of(by);
    return proposed;
  }

  /**
   * Takes the one decision about it.
   *
   * @throws Forbidden {@code not-your-level} when {@code by} has another role than its level asks
   *     for
   * @throws Conflict {@code own-proposal} when {@code by} has proposed it, {@code own-recheck} when
   *     {@code by} has done all re-checks that it rests on, {@code subject-unit} when {@code by}
   *     works for its unit or for the next of kin
   */
  void decide(CaseDecision decision, Decider by, Instant now) {
    refuseOthers(by);
    if (by.actor().subject().equals(proposedBy.subject())) {
      throw new Conflict("own-proposal");
    }
    if (by.actor().subject().equals(soleInspector)) {
      throw new Conflict("own-recheck");
    }
    status = CaseLifecycle.TABLE.next(status, decision.action());
    decidedAt = now;
    decidedBy = ActedBy.of(by.actor());
    decisionReason = decision.reason();
  }

  /**
   * Was handed to its unit.
   *
   * @throws Forbidden {@code not-your-level} when {@code by} has another role than its level asks
   *     for
   * @throws Conflict {@code subject-unit} as with the decision
   */
  void serve(Decider by, Instant now) {
    refuseOthers(by);
    status = CaseLifecycle.TABLE.next(status, CaseAction.SERVE);
    servedAt = now;
    servedBy = ActedBy.of(by.actor());
  }

  private void refuseOthers(Decider by) {
    String role = CaseAction.roleFor(level);
    if (!by.actor().role().equals(role)) {
      throw new Forbidden("not-your-level", level, role);
    }
    if (by.ownUnits().contains(subjectUnitCode)) {
      throw new Conflict("subject-unit", subjectUnitCode);
    }
  }

  /** What {@code by} may ask for next, acting in the role that its level asks for. */
  List<CaseAction> actionsFor(Decider by) {
    boolean mayAct =
        by.actor().role().equals(CaseAction.roleFor(level))
            && !by.ownUnits().contains(subjectUnitCode);
    String subject = by.actor().subject();
    boolean mayDecide = !subject.equals(proposedBy.subject()) && !subject.equals(soleInspector);
    return CaseLifecycle.TABLE.allowed(status).stream()
        .filter(action -> mayAct && (action == CaseAction.SERVE || mayDecide))
        .toList();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public ConductLevel level() {
    return level;
  }

  public CaseStatus status() {
    return status;
  }

  /** The unit it is about, as it was called when it was proposed. */
  public UnitName subjectUnit() {
    return new UnitName(subjectUnitCode, subjectUnitName);
  }

  /** The problem that all of its basis is about, or {@code null}. */
  public UUID problemId() {
    return problemId;
  }

  /** The item whose re-checks the system counted, or {@code null} when proposed by hand. */
  public UUID itemId() {
    return itemId;
  }

  /** The facts it rests on. */
  public List<Basis> basis() {
    return List.copyOf(basis);
  }

  /** What was suggested, or {@code null}. */
  public String suggestion() {
    return suggestion;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Who proposed it; the rule when the system did. */
  public Actor proposedBy() {
    return proposedBy.actor();
  }

  /** {@code null} until it is decided. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** {@code null} until it is decided. */
  public Actor decidedBy() {
    return decidedBy == null ? null : decidedBy.actor();
  }

  /** {@code null} until it is decided. */
  public String decisionReason() {
    return decisionReason;
  }

  /** {@code null} until it is served. */
  public Instant servedAt() {
    return servedAt;
  }

  /** {@code null} until it is served. */
  public Actor servedBy() {
    return servedBy == null ? null : servedBy.actor();
  }

  /**
   * Somebody who may decide about a case.
   *
   * @param actor as events and records name the person, in the role that the level asks for where
   *     the person has it
   * @param ownUnits codes of the units whose cases are decided by others
   */
  record Decider(Actor actor, Set<String> ownUnits) {}
}
