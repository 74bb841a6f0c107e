package org.bihuan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Facts told by inspection-service. */
public sealed interface InspectionEvent extends Event {

  Actor actor();

  /** When the fact happened. */
  Instant occurredAt();

  /** A re-check is owed for an accepted reply. {@code dueAt} is the last moment to do it. */
  record RecheckPlanned(
      UUID recheckId,
      UUID problemId,
      UUID itemId,
      int round,
      Instant dueAt,
      Instant occurredAt,
      Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * The special team said in advance that a re-check may pass without some evidence.
   *
   * @param evidence what was waived, in the order of {@link Evidence}
   * @param reason why, 1 to 500 characters; numbers that lead to a person are masked
   */
  record EvidenceWaived(
      UUID recheckId,
      UUID problemId,
      UUID itemId,
      int round,
      List<Evidence> evidence,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * The re-check found the problem fixed.
   *
   * @param attachments photos that show it
   * @param missingEvidence evidence that its category asks for and that was not given, in the order
   *     of {@link Evidence}; {@code null} in facts older than the rule
   * @param waivers evidence that was waived before the outcome, whether given or not, in the same
   *     order
   * @param lotId the lot with which it passed without a visit of its own; {@code null} when
   *     somebody was there
   */
  record RecheckPassed(
      UUID recheckId,
      UUID problemId,
      UUID itemId,
      int round,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments,
      @MayBeNull List<Evidence> missingEvidence,
      List<EvidenceWaiver> waivers,
      @MayBeNull UUID lotId)
      implements InspectionEvent {

    public RecheckPassed {
      // Older facts do not tell them.
      attachments = attachments == null ? List.of() : attachments;
      waivers = waivers == null ? List.of() : waivers;
    }

    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * The re-check did not find the problem fixed; {@code outcome} is never {@link
   * RecheckOutcome#PASSED}.
   *
   * @param attachments photos that show what is still wrong
   */
  record RecheckFailed(
      UUID recheckId,
      UUID problemId,
      UUID itemId,
      int round,
      RecheckOutcome outcome,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments)
      implements InspectionEvent {

    public RecheckFailed {
      // Older facts do not tell them.
      attachments = attachments == null ? List.of() : attachments;
    }

    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * Somebody looked again at a problem long after its write-off (抽查回访). The write-off stands;
   * {@link RecheckOutcome#RELAPSED} begins a problem of its own.
   *
   * @param outcome PASSED, RELAPSED or CANNOT_VERIFY
   * @param title what the problem was about
   * @param note what was seen; numbers that lead to a person are masked; {@code null} when nothing
   *     was said
   * @param attachments photos that show it
   */
  record LookBackDone(
      UUID recheckId,
      UUID problemId,
      UUID itemId,
      RecheckOutcome outcome,
      @FreeText String title,
      @FreeText @MayBeNull String note,
      String categoryCode,
      Place place,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments)
      implements InspectionEvent {

    public LookBackDone {
      attachments = attachments == null ? List.of() : attachments;
    }

    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /** The problem was written off (销账); told only together with a passed re-check [brief]. */
  record ProblemWrittenOff(
      UUID writeOffId, UUID problemId, UUID itemId, UUID recheckId, Instant occurredAt, Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * Somebody looked at an item of a checklist at a point of a mock evaluation (模拟测评), and has
   * photos of it. What was observed is not told.
   *
   * @param attachments photos that show it
   */
  record PointObserved(
      UUID observationId,
      UUID evaluationId,
      UUID pointId,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments)
      implements InspectionEvent {

    public PointObserved {
      attachments = attachments == null ? List.of() : attachments;
    }

    @Override
    public String key() {
      return observationId.toString();
    }
  }

  /**
   * An inspection or a mock evaluation found a defect; intake files it as a problem like any other.
   *
   * @param inspectionId the inspection; {@code null}, like its tier and method, when a mock
   *     evaluation found it
   * @param attachments photos that show it
   * @param evaluationId the mock evaluation, or {@code null}
   */
  record FindingReported(
      UUID findingId,
      @MayBeNull UUID inspectionId,
      @MayBeNull InspectionTier tier,
      @MayBeNull InspectionMethod method,
      @FreeText String title,
      @FreeText String description,
      @MayBeNull String categoryCode,
      Place place,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments,
      @MayBeNull UUID evaluationId)
      implements InspectionEvent {

    public FindingReported {
      // Older facts do not tell them.
      attachments = attachments == null ? List.of() : attachments;
    }

    @Override
    public String key() {
      return findingId.toString();
    }
  }

  /**
   * A round table settled what is done about a finding (座谈会) [brief]. It comes after the report of
   * the finding, with whose key it is told.
   *
   * @param roundtableId round table that decided it
   * @param problemId the problem that the finding became, or {@code null} when that was not known
   * @param text what is to be done
   * @param responsibleUnit the unit that is to answer for it, whoever has an order
   * @param dueOn day by whose end it is to be done, on the district's calendar
   */
  record FindingDecided(
      UUID findingId,
      UUID inspectionId,
      UUID roundtableId,
      @MayBeNull UUID problemId,
      @FreeText String text,
      UnitName responsibleUnit,
      LocalDate dueOn,
      Instant occurredAt,
      Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return findingId.toString();
    }
  }

  /**
   * A named person with the role confirmed that a matter of conduct goes on (提请/移送) [brief].
   * Nothing is told of a proposal, and nothing of one that was dismissed; the reasons stay with the
   * case. Those who speak for the subject unit must not learn of it before it is served.
   *
   * @param problemId the problem that all of its basis is about, or {@code null}
   */
  record CaseConfirmed(
      UUID caseId,
      ConductLevel level,
      UnitName subjectUnit,
      @MayBeNull UUID problemId,
      Instant occurredAt,
      Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return (problemId == null ? caseId : problemId).toString();
    }
  }

  /**
   * A confirmed case was handed to its subject unit (送达), which may read it from now on.
   *
   * @param problemId the problem that all of its basis is about, or {@code null}
   */
  record CaseServed(
      UUID caseId,
      ConductLevel level,
      UnitName subjectUnit,
      @MayBeNull UUID problemId,
      Instant occurredAt,
      Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return (problemId == null ? caseId : problemId).toString();
    }
  }

  /**
   * The monthly assessment was closed (月度考核封账): what was computed stays as it is.
   *
   * @param closingId id of the closing, with which it is told
   * @param month the month, {@code yyyy-MM}, on the district's calendar
   * @param formulaVersion version of the formula by which it was computed
   * @param units how many units were assessed
   */
  record AssessmentClosed(
      UUID closingId, String month, int formulaVersion, int units, Instant occurredAt, Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return closingId.toString();
    }
  }

  /**
   * A fact of another service came when it could change nothing here any more, as the cancellation
   * of an item whose re-check had passed. It is on record and lost against what stands.
   *
   * @param recheckId the re-check it found finished, or {@code null} when it is about a finding
   * @param fact wire name of the late fact
   * @param factId id of its event
   * @param occurredAt when it came; {@code actor} is who the late fact names
   */
  record LateItemFactNoted(
      @MayBeNull UUID recheckId,
      UUID problemId,
      UUID itemId,
      String fact,
      UUID factId,
      Instant occurredAt,
      Actor actor)
      implements InspectionEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }
}
