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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.refusal.Invalid;

/** Writes complaints into the register, each once, in the transaction of the caller. */
@ApplicationScoped
class Registrar {

  private final Complaints complaints;
  private final ComplaintDrafting drafting;
  private final AutomaticFiling filing;
  private final Attachments attachments;
  private final RegistrationAnswers answers;
  private final Clock clock;

  Registrar(
      Complaints complaints,
      ComplaintDrafting drafting,
      AutomaticFiling filing,
      Attachments attachments,
      RegistrationAnswers answers,
      Clock clock) {
    this.complaints = complaints;
    this.drafting = drafting;
    this.filing = filing;
    this.attachments = attachments;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Registers what the channels have not sent before, also not within the same group.
   *
   * @return what became of each, in the same order
   * @throws Invalid when one names a photo or paper that cannot be used any more
   */
  List<Outcome> register(List<AdmittedComplaint> admitted) {
    Instant now = clock.instant();
    Map<Complaints.Number, Complaint> sent =
        new HashMap<>(complaints.alreadySent(numbers(admitted)));
    List<AdmittedComplaint> fresh = firstOfEachNumber(admitted, sent.keySet());
    List<Complaint> registered = drafting.draft(fresh, now);
    filing.settle(fresh, registered, attached(registered, now), now);
    Map<AdmittedComplaint, Complaint> made = new IdentityHashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      Complaint complaint = registered.get(i);
      made.put(fresh.get(i), complaint);
      fresh.get(i).number().ifPresent(number -> sent.put(number, complaint));
    }
    return admitted.stream().map(one -> outcome(one, made.get(one), sent)).toList();
  }

  /**
   * What those of a channel that it has sent before would be answered; nothing for the others. No
   * number is held, so that whoever sends it meanwhile need not wait.
   *
   * @return in the same order
   */
  List<Optional<Outcome>> repetitions(String channel, List<AdmittedComplaint> admitted) {
    List<String> sourceRefs = admitted.stream().map(one -> one.sent().sourceRef()).toList();
    Map<String, Complaint> sent =
        complaints.numbered(channel, sourceRefs).stream()
            .collect(Collectors.toMap(Complaint::sourceRef, Function.identity()));
    return admitted.stream()
        .map(
            one ->
                Optional.ofNullable(sent.get(one.sent().sourceRef()))
                    .map(stored -> answers.repeated(one, stored)))
        .toList();
  }

  private Outcome outcome(
      AdmittedComplaint admitted, Complaint made, Map<Complaints.Number, Complaint> sent) {
    return made == null
        ? answers.repeated(admitted, sent.get(admitted.number().orElseThrow()))
        : new Outcome.Done(answers.created(admitted, made));
  }

  /** The photos and papers of each complaint, which belong to it from now on. */
  private List<List<AttachedFile>> attached(List<Complaint> registered, Instant now) {
    return registered.stream()
        .map(
            complaint ->
                attachments.use(
                    complaint.attachmentIds(),
                    Owner.complaint(complaint.id(), complaint.reporter().isConfidential()),
                    now))
        .toList();
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

  /** Registers and files what has come back after its write-off. */
  void registerRelapse(LookBackDone relapse) {
    if (isNew(relapse.recheckId())) {
      Instant now = clock.instant();
      Complaint complaint = drafting.draft(relapse, now);
      filing.file(complaint, relapse, now);
      complaints.persist(complaint);
      UUID problemId = complaint.problem().orElseThrow().id();
      // They show the state before of the new problem, as those of a finding do.
      attachments.follow(relapse.attachments(), Owner.finding(relapse.recheckId(), problemId), now);
    }
  }

  private boolean isNew(UUID reference) {
    Complaints.Number number =
        new Complaints.Number(Channels.SPECIAL_TEAM_DESK, reference.toString());
    return complaints.alreadySent(List.of(number)).isEmpty();
  }

  /** Registers and files what an inspection found: nobody has to look at it twice. */
  void registerFinding(FindingReported finding) {
    if (isNew(finding.findingId())) {
      Instant now = clock.instant();
      Complaint complaint = drafting.draft(finding, now);
      filing.file(complaint, finding, now);
      complaints.persist(complaint);
      UUID problemId = complaint.problem().orElseThrow().id();
      attachments.follow(finding.attachments(), Owner.finding(finding.findingId(), problemId), now);
    }
  }
}
