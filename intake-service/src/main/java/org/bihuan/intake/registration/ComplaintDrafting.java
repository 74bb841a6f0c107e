package org.bihuan.intake.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.location.Locations;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.intake.serial.Serials;
import org.bihuan.intake.source.SourceDetails;

/** Makes complaints of what was sent, with numbers of ours and the reporter locked away. */
@ApplicationScoped
class ComplaintDrafting {

  private final RegistrationRules rules;
  private final SentContent content;
  private final ReporterVault vault;
  private final Serials serials;
  private final Locations locations;

  ComplaintDrafting(
      RegistrationRules rules,
      SentContent content,
      ReporterVault vault,
      Serials serials,
      Locations locations) {
    this.rules = rules;
    this.content = content;
    this.vault = vault;
    this.serials = serials;
    this.locations = locations;
  }

  /** A complaint for each of those admitted, in the same order. */
  List<Complaint> draft(List<AdmittedComplaint> admitted, Instant now) {
    Iterator<String> serial = serials.complaints(admitted.size(), now);
    List<Complaint> drafts = new ArrayList<>(admitted.size());
    for (AdmittedComplaint one : admitted) {
      drafts.add(draft(one, serial.next(), now));
    }
    return drafts;
  }

  private Complaint draft(AdmittedComplaint admitted, String serial, Instant now) {
    NewComplaint sent = admitted.sent();
    NewReporter reporter = sent.reporter();
    RegistrationRules.Matter matter = admitted.matter();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return Complaint.register(
        new Complaint.Registration(
            id,
            serial,
            TrackingCode.next(),
            sent.channel(),
            rules.sourceKind(sent),
            sent.sourceRef(),
            sent.sourceRef() == null ? null : content.fingerprints(sent),
            source(sent),
            sent.keptSubject(),
            sent.keptText(),
            matter.category(),
            matter.recognised(),
            sent.occurredAt(),
            locations.said(sent.location(), reporter),
            admitted.site(),
            vault.lock(id, reporter).sentBy(admitted.sender().residentId()),
            sent.attachmentIds()),
        now);
  }

  /** Who reports a source has no place in the words about it. */
  private static SourceDetails source(NewComplaint sent) {
    return sent.source() == null || sent.reporter() == null
        ? sent.source()
        : sent.source().with(words -> Masking.text(words, sent.reporter()));
  }

  /** A complaint of what an inspection found. */
  Complaint draft(FindingReported finding, Instant now) {
    return draft(
        SourceKind.INSPECTION_FINDING,
        finding.findingId(),
        finding.title(),
        finding.description(),
        finding.categoryCode(),
        finding.occurredAt(),
        finding.place(),
        finding.attachments(),
        now);
  }

  /** A complaint of what has come back, in the words of whoever saw it. */
  Complaint draft(LookBackDone relapse, Instant now) {
    return draft(
        SourceKind.RELAPSE,
        relapse.recheckId(),
        relapse.title(),
        relapse.note() == null ? relapse.title() : relapse.note(),
        relapse.categoryCode(),
        relapse.occurredAt(),
        relapse.place(),
        relapse.attachments(),
        now);
  }

  private Complaint draft(
      SourceKind kind,
      UUID reference,
      String title,
      String text,
      String categoryCode,
      Instant seenAt,
      Place place,
      List<AttachedFile> attached,
      Instant now) {
    RegistrationRules.Matter matter = rules.matter(categoryCode, title, text);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return Complaint.register(
        new Complaint.Registration(
            id,
            serials.complaints(1, now).next(),
            TrackingCode.next(),
            Channels.SPECIAL_TEAM_DESK,
            kind,
            reference.toString(),
            null,
            null,
            title,
            text,
            matter.category(),
            matter.recognised(),
            seenAt,
            Site.of(place),
            locations.site(place, title, text),
            vault.lock(id, null),
            attached.stream().map(AttachedFile::id).toList()),
        now);
  }
}
