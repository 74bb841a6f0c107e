package org.bihuan.intake.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintView.GivenFeedback;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.disclosure.DisclosureDesk;
import org.bihuan.intake.disclosure.ReporterDisclosure;
import org.bihuan.intake.disclosure.ReporterDisclosures;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.reporter.ReporterVault;

/** What is kept about a person. Showing it is a look at the reporter in full, like any other. */
@ApplicationScoped
class OwnData {

  private final Complaints complaints;
  private final ReporterDisclosures disclosures;
  private final DisclosureDesk disclosing;
  private final ReporterVault vault;

  OwnData(
      Complaints complaints,
      ReporterDisclosures disclosures,
      DisclosureDesk disclosing,
      ReporterVault vault) {
    this.complaints = complaints;
    this.disclosures = disclosures;
    this.disclosing = disclosing;
    this.vault = vault;
  }

  /** All of these complaints, with the looks before this one, which is put on record as well. */
  List<OwnComplaintView> shown(List<Complaint> own, String reason, Actor actor, Instant now) {
    List<UUID> ids = own.stream().map(Complaint::id).toList();
    Map<UUID, List<ReporterDisclosure>> looks =
        disclosures.of(ids).stream()
            .collect(Collectors.groupingBy(ReporterDisclosure::complaintId));
    Map<UUID, GivenFeedback> feedback = complaints.feedbackOn(ids);
    List<OwnComplaintView> shown = new ArrayList<>();
    for (Complaint complaint : own) {
      NewReporter reporter = vault.readable(complaint.id(), complaint.reporter());
      if (reporter.name() != null || reporter.phone() != null) {
        disclosing.record(complaint.id(), reason, actor, now);
      }
      shown.add(
          OwnComplaintView.of(
              complaint,
              reporter,
              feedback.get(complaint.id()),
              looks.getOrDefault(complaint.id(), List.of())));
    }
    return shown;
  }
}
