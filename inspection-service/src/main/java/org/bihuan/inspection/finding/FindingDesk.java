package org.bihuan.inspection.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.attachment.Attachments;
import org.bihuan.inspection.late.LateFacts;
import org.bihuan.inspection.reference.Categories;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.Invalid;

/** Sends findings round the loop and follows what becomes of them. */
@ApplicationScoped
@Transactional
public class FindingDesk {

  private final FindingAccess access;
  private final Findings findings;
  private final Categories categories;
  private final Attachments attachments;
  private final Outbox outbox;
  private final LateFacts lateFacts;

  FindingDesk(
      FindingAccess access,
      Findings findings,
      Categories categories,
      Attachments attachments,
      Outbox outbox,
      LateFacts lateFacts) {
    this.access = access;
    this.findings = findings;
    this.categories = categories;
    this.attachments = attachments;
    this.outbox = outbox;
    this.lateFacts = lateFacts;
  }

  /**
   * Keeps a finding of an inspection of this tier and method, both {@code null} when a mock
   * evaluation found it, and tells intake.
   *
   * @throws Invalid when no problem can be filed under its category
   */
  public void file(Finding finding, InspectionTier tier, InspectionMethod method) {
    if (finding.categoryCode() != null && !categories.isActive(finding.categoryCode())) {
      throw new Invalid("categoryCode", "unknown-category");
    }
    List<AttachedFile> attached =
        attachments.use(finding.attachmentIds(), finding.reportedBy().subject(), finding.id());
    findings.persistAndFlush(finding);
    outbox.announce(
        new FindingReported(
            finding.id(),
            finding.inspectionId(),
            tier,
            method,
            finding.title(),
            finding.description(),
            finding.categoryCode(),
            finding.place(),
            finding.reportedAt(),
            finding.reportedBy(),
            attached,
            finding.evaluationId()));
  }

  /**
   * A finding learns its problem and order; an order older than the one it knows is noted. Items
   * that come from elsewhere are none of its business.
   *
   * @throws IllegalStateException when the item names a finding that was never reported
   */
  public void follow(ItemIssued issued, UUID eventId) {
    if (issued.findingId() == null) {
      return;
    }
    Finding finding = reported(issued);
    if (finding.knows(issued)) {
      lateFacts.note(null, issued, eventId);
    } else {
      finding.follow(issued);
    }
  }

  private Finding reported(ItemIssued issued) {
    return findings
        .findByIdOptional(issued.findingId())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "item %s names finding %s, which was never reported"
                        .formatted(issued.itemId(), issued.findingId())));
  }

  /** When the finding {@code id} was found; nothing when it is none of this service. */
  public Optional<Instant> foundAt(UUID id) {
    return findings.findByIdOptional(id).map(Finding::foundAt);
  }

  /** The newest findings of an inspection that the caller may see, at most a page. */
  public List<FindingView> newestOf(UUID inspectionId) {
    Criteria ofInspection = access.criteria().equal("inspectionId", inspectionId);
    return findings.page(ofInspection, new PageRequest()).map(FindingView::of).items();
  }

  /** Every finding of an inspection that the caller may see, the first one first. */
  public List<FindingView> allOf(UUID inspectionId) {
    return findings.allOf(inspectionId, access.criteria()).stream().map(FindingView::of).toList();
  }

  /** How many were reported within a time, in the whole district. */
  public long reported(Instant from, Instant to) {
    return findings.reported(from, to);
  }

  FindingView read(UUID id) {
    return FindingView.of(access.visible(id));
  }

  Page<FindingView> page(FindingFilter filter) {
    return findings.page(filter.narrow(access.criteria()), filter).map(FindingView::of);
  }
}
