package org.bihuan.intake.miniprogram;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintAction;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.feedback.FeedbackState;
import org.bihuan.intake.miniprogram.MyComplaintView.MyPhoto;
import org.bihuan.intake.resident.ResidentSubject;
import org.bihuan.intake.tracking.TrackedComplaint;
import org.bihuan.intake.tracking.TrackingReading;
import org.bihuan.intake.transfer.SignedLinks;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Which complaints are the caller's own, and how they are shown. */
@ApplicationScoped
class MyComplaintReading {

  /** What can be said by the tracking code after the write-off. */
  private static final String FEEDBACK = "FEEDBACK";

  private final Complaints complaints;
  private final TrackingReading tracking;
  private final Attachments attachments;
  private final SignedLinks links;
  private final Caller caller;
  private final IfMatch ifMatch;

  MyComplaintReading(
      Complaints complaints,
      TrackingReading tracking,
      Attachments attachments,
      SignedLinks links,
      Caller caller,
      IfMatch ifMatch) {
    this.complaints = complaints;
    this.tracking = tracking;
    this.attachments = attachments;
    this.links = links;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /** Whoever has the role by a token has no list of one's own. */
  private Criteria own() {
    UUID resident = ResidentSubject.idOf(caller).orElseThrow(() -> new Forbidden("forbidden"));
    return new Criteria().equal("reporter.residentId", resident);
  }

  Page<MyComplaintView> page(MyComplaintFilter filter) {
    Page<Complaint> page = complaints.page(filter.narrow(own()), filter);
    return new Page<>(views(page.items()), page.nextCursor(), page.total());
  }

  /**
   * One of the caller's own complaints.
   *
   * @throws NotFound when there is none, or it is somebody else's
   */
  Complaint visible(UUID id) {
    return complaints.visible(id, own()).orElseThrow(() -> new NotFound("complaint-not-found", id));
  }

  /** The complaint, when the caller knows its present version. */
  Complaint toActOn(UUID id) {
    Complaint complaint = visible(id);
    ifMatch.check(complaint.version());
    return complaint;
  }

  /** The caller as ledger and events name it, which is not at all. */
  Actor actor() {
    return caller.actor();
  }

  MyComplaintView view(Complaint complaint) {
    // What was changed gets its new version when it is written.
    complaints.flush();
    return views(List.of(complaint)).get(0);
  }

  private List<MyComplaintView> views(List<Complaint> shown) {
    Map<UUID, Attachment> files =
        attachments.byId(shown.stream().flatMap(one -> one.attachmentIds().stream()).toList());
    List<TrackedComplaint> tracked = tracking.views(shown);
    Instant expiry = links.expiry();
    List<MyComplaintView> views = new ArrayList<>(shown.size());
    for (int i = 0; i < shown.size(); i++) {
      Complaint complaint = shown.get(i);
      List<MyPhoto> photos =
          complaint.attachmentIds().stream()
              .map(files::get)
              .filter(Objects::nonNull)
              .map(file -> photo(file, expiry))
              .toList();
      views.add(
          MyComplaintView.of(
              complaint, tracked.get(i), photos, allowed(complaint, tracked.get(i))));
    }
    return views;
  }

  private MyPhoto photo(Attachment file, Instant expiry) {
    return new MyPhoto(
        file.id(),
        links.address(file.id(), Variant.SHOWN, expiry),
        file.sha256(Variant.THUMBNAIL) == null
            ? null
            : links.address(file.id(), Variant.THUMBNAIL, expiry),
        expiry);
  }

  private static List<String> allowed(Complaint complaint, TrackedComplaint tracked) {
    List<String> allowed = new ArrayList<>();
    if (complaint.allowedActions().contains(ComplaintAction.WITHDRAW)) {
      allowed.add(ComplaintAction.WITHDRAW.name());
    }
    if (tracked.feedback() == FeedbackState.OPEN) {
      allowed.add(FEEDBACK);
    }
    return allowed;
  }
}
