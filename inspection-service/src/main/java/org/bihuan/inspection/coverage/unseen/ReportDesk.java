package org.bihuan.inspection.coverage.unseen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.IntakeEvent.ComplaintHandedOver;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.inspection.finding.FindingDesk;

/** Follows who told of which problem, as intake-service files, merges and hands over. */
@ApplicationScoped
@Transactional
public class ReportDesk {

  private final KnownReports reports;
  private final KnownProblems problems;
  private final FindingDesk findings;

  ReportDesk(KnownReports reports, KnownProblems problems, FindingDesk findings) {
    this.reports = reports;
    this.problems = problems;
    this.findings = findings;
  }

  /**
   * A complaint became a problem, the first fact of it; what an inspection found counts from when
   * it was found. Told again it changes nothing.
   */
  public void follow(ProblemFiled filed) {
    KnownReport report =
        reports
            .held(filed.complaintId())
            .orElseGet(
                () -> KnownReport.of(filed.complaintId(), filed.sourceKind(), knownAt(filed)));
    if (problems.held(filed.problemId()).isPresent()) {
      join(report, filed.problemId(), filed.filedAt());
    } else {
      begin(filed, report);
    }
  }

  private void begin(ProblemFiled filed, KnownReport report) {
    KnownProblem problem = KnownProblem.of(filed);
    move(report, filed.problemId(), filed.filedAt());
    problem.settle(report.isAt(problem.id()) ? List.of(report) : List.of());
    problems.persist(problem);
  }

  private Instant knownAt(ProblemFiled filed) {
    Instant received = filed.receivedAt() == null ? filed.filedAt() : filed.receivedAt();
    return Optional.ofNullable(filed.findingId()).flatMap(findings::foundAt).orElse(received);
  }

  /** A complaint joined a problem; older facts do not say who told it, and count for nobody. */
  public void follow(ComplaintMerged merged) {
    Optional<KnownReport> told =
        Optional.ofNullable(merged.sourceKind())
            .map(kind -> KnownReport.of(merged.complaintId(), kind, merged.receivedAt()));
    reports
        .held(merged.complaintId())
        .or(() -> told)
        .ifPresent(report -> join(report, merged.problemId(), merged.mergedAt()));
  }

  /** A complaint is another body's; it told of no problem of the district. */
  public void follow(ComplaintHandedOver handedOver) {
    reports
        .held(handedOver.complaintId())
        .ifPresent(report -> join(report, null, handedOver.handedOverAt()));
  }

  private void join(KnownReport report, UUID problemId, Instant since) {
    move(report, problemId, since);
    settle(problemId);
  }

  private void move(KnownReport report, UUID problemId, Instant since) {
    UUID left = report.problemId();
    report.join(problemId, since);
    reports.persist(report);
    settle(left);
  }

  private void settle(UUID problemId) {
    Optional.ofNullable(problemId)
        .flatMap(problems::held)
        .ifPresent(problem -> problem.settle(reports.at(problemId)));
  }
}
