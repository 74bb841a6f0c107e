package org.bihuan.intake.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.contract.Coordinates;
import org.bihuan.contract.Role;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemAccess;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/**
 * Which attachments the caller may see: until it is used, whoever uploaded it; then those who may
 * see what it belongs to. Photos of a complaint may show the reporter: those of a confidential one
 * are only for those who take complaints: clerks and the special team.
 */
@ApplicationScoped
@Transactional
public class AttachmentAccess {

  private final Attachments attachments;
  private final ComplaintReading complaintReading;
  private final Complaints complaints;
  private final ProblemAccess problems;
  private final Caller caller;

  AttachmentAccess(
      Attachments attachments,
      ComplaintReading complaintReading,
      Complaints complaints,
      ProblemAccess problems,
      Caller caller) {
    this.attachments = attachments;
    this.complaintReading = complaintReading;
    this.complaints = complaints;
    this.problems = problems;
    this.caller = caller;
  }

  /**
   * An attachment the caller may see.
   *
   * @throws NotFound when there is none, or none that the caller may know of
   */
  Attachment visible(UUID id) {
    return attachments
        .findByIdOptional(id)
        .filter(this::isVisible)
        .orElseThrow(() -> new NotFound("attachment-not-found", id));
  }

  /**
   * A photo that the caller may blur: who handles its complaint, and that is the special team and
   * the clerk of its channel. To see it by a problem is not enough.
   *
   * @throws NotFound when there is none, or its complaint is another channel's
   * @throws Conflict {@code attachment-of-no-complaint}, {@code attachment-no-photo}
   */
  public Attachment toBlur(UUID id) {
    Attachment attachment = visible(id);
    Owner owner = attachment.owner();
    if (owner == null || owner.kind() != Owner.Kind.COMPLAINT) {
      throw new Conflict("attachment-of-no-complaint");
    }
    if (!complaintReading.sees(owner.id())) {
      throw new NotFound("attachment-not-found", id);
    }
    if (!attachment.isPhoto()) {
      throw new Conflict("attachment-no-photo");
    }
    return attachment;
  }

  /**
   * A photo of which an original is kept behind a blurred one.
   *
   * @throws Conflict {@code attachment-not-blurred} when everybody sees the original anyway
   */
  public Attachment blurred(UUID id) {
    Attachment attachment = visible(id);
    if (attachment.blurring() == null) {
      throw new Conflict("attachment-not-blurred");
    }
    return attachment;
  }

  /**
   * Where it was taken. Of a photo of a complaint that may be where its reporter lives: it is for
   * the clerk of its channel and the special team.
   *
   * @return {@code null} when that is not known, or not for the caller
   */
  Coordinates position(Attachment attachment) {
    Owner owner = attachment.owner();
    boolean shown =
        owner == null
            || owner.kind() != Owner.Kind.COMPLAINT
            || caller.hasAnyRole(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM)
                && complaintReading.sees(owner.id());
    return shown ? attachment.position() : null;
  }

  private boolean isVisible(Attachment attachment) {
    Owner owner = attachment.owner();
    if (owner == null) {
      return !caller.isAnonymous() && attachment.isOf(caller.subject());
    }
    return switch (owner.kind()) {
      case COMPLAINT -> isVisibleComplaint(owner);
      case SURVEY -> readsPointsOfCampaigns();
      // As in inspection-service: by those who watch over the whole district.
      case OBSERVATION -> problems.seesAll();
      case REPLY, RECHECK, FINDING -> problems.sees(owner.problemId());
    };
  }

  /** As in dispatch-service: points are read by everybody but those who take complaints. */
  private boolean readsPointsOfCampaigns() {
    return caller.hasAnyRole(
        Role.SPECIAL_TEAM,
        Role.UNIT_HANDLER,
        Role.UNIT_LEADER,
        Role.SUBDISTRICT,
        Role.INSPECTOR,
        Role.LINE_LEADER,
        Role.TOP_LEADER,
        Role.COMMITTEE_INSPECTOR,
        Role.DISCIPLINE,
        Role.ASSESSOR,
        Role.ADMIN);
  }

  private boolean isVisibleComplaint(Owner owner) {
    if (readsComplaint(owner) && complaintReading.sees(owner.id())) {
      return true;
    }
    return !owner.confidential()
        && complaints
            .findByIdOptional(owner.id())
            .flatMap(Complaint::problem)
            .map(Problem::id)
            .filter(problems::sees)
            .isPresent();
  }

  /** A photo may show who asked for confidence: that is for those who take complaints alone. */
  private boolean readsComplaint(Owner owner) {
    return owner.confidential()
        ? caller.hasAnyRole(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM)
        : caller.hasAnyRole(
            Role.CHANNEL_CLERK,
            Role.SPECIAL_TEAM,
            Role.SUBDISTRICT,
            Role.TOP_LEADER,
            Role.COMMITTEE_INSPECTOR,
            Role.ADMIN);
  }
}
