package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.refusal.Conflict;

/** Writes complaints into the register, each once, in the transaction of the caller. */
@ApplicationScoped
class Registrar {

  private final Complaints complaints;
  private final ComplaintDrafting drafting;
  private final AutomaticFiling filing;
  private final SentContent content;
  private final RegistrationAnswers answers;
  private final Clock clock;

  Registrar(
      Complaints complaints,
      ComplaintDrafting drafting,
      AutomaticFiling filing,
      SentContent content,
      RegistrationAnswers answers,
      Clock clock) {
    this.complaints = complaints;
    this.drafting = drafting;
    this.filing = filing;
    this.content = content;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Registers what the channels have not sent before, also not within the same group.
   *
   * @return what became of each, in the same order
   */
  List<Outcome> register(List<AdmittedComplaint> admitted) {
    Instant now = clock.instant();
    Map<Complaints.Number, Complaint> sent =
        new HashMap<>(complaints.alreadySent(numbers(admitted)));
    List<AdmittedComplaint> fresh = firstOfEachNumber(admitted, sent.keySet());
    List<Complaint> registered = drafting.draft(fresh, now);
    filing.settle(fresh, registered, now);
    // Settled first: a complaint that changes after it was given to Hibernate is written twice.
    complaints.persist(registered);
    Map<AdmittedComplaint, Complaint> made = new IdentityHashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      Complaint complaint = registered.get(i);
      made.put(fresh.get(i), complaint);
      fresh.get(i).number().ifPresent(number -> sent.put(number, complaint));
    }
    return admitted.stream().map(one -> outcome(one, made.get(one), sent)).toList();
  }

  private Outcome outcome(
      AdmittedComplaint admitted, Complaint made, Map<Complaints.Number, Complaint> sent) {
    return made == null
        ? repeated(admitted, sent.get(admitted.number().orElseThrow()))
        : new Outcome.Done(answers.created(made, admitted.sender().roles()));
  }

  /** The same number again: the complaint that is there, for who may see it and says the same. */
  private Outcome repeated(AdmittedComplaint admitted, Complaint stored) {
    List<String> differences =
        SentContent.differences(stored.sentFingerprints(), content.fingerprints(admitted.sent()));
    boolean seen = admitted.sender().sight().test(stored);
    if (seen && differences.isEmpty()) {
      return new Outcome.Done(answers.existing(stored, admitted.sender().roles()));
    }
    Conflict reused = new Conflict("source-ref-reused", stored.channel());
    return new Outcome.Refused(
        seen ? reused.with("complaintId", stored.id()).with("differs", differences) : reused);
  }

  private static List<Complaints.Number> numbers(List<AdmittedComplaint> admitted) {
    return admitted.stream()
        .map(AdmittedComplaint::number)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static List<AdmittedComplaint> firstOfEachNumber(
      List<AdmittedComplaint> admitted, Set<Complaints.Number> sent) {
    Set<Complaints.Number> seen = new HashSet<>(sent);
    return admitted.stream().filter(one -> one.number().map(seen::add).orElse(true)).toList();
  }

  /** Registers and files what an inspection found: nobody has to look at it twice. */
  void registerFinding(FindingReported finding) {
    Complaints.Number number =
        new Complaints.Number(Channels.SPECIAL_TEAM_DESK, finding.findingId().toString());
    if (complaints.alreadySent(List.of(number)).isEmpty()) {
      Instant now = clock.instant();
      Complaint complaint = drafting.draft(finding, now);
      filing.file(complaint, finding, now);
      complaints.persist(complaint);
    }
  }
}
