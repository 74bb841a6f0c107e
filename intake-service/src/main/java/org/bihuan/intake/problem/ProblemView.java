package org.bihuan.intake.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.MayBeNull;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.source.SourceDetails;
import org.bihuan.intake.subdistrict.PlaceDoubt;
import org.bihuan.intake.subdistrict.PlacedBy;
import org.bihuan.kit.web.Versioned;

/**
 * A problem as clients see it.
 *
 * @param source what the source from above has said where, of its oldest complaint from the same
 *     kind of source that tells it; {@code null} when none does, and for a channel
 * @param location where it is, its point in WGS-84
 * @param placedBy what says in which sub-district it is, or {@code null} when nothing does
 * @param placeDoubt what speaks against that place, or {@code null}
 * @param filedAt when it was put on the ledger
 * @param complaints how many complaints it has, and which
 * @param attachments photos and papers of complaints, replies, re-checks and the finding, without
 *     those of confidential complaints; {@code null} in a list
 * @param orderItemId id of its order item, or {@code null} as long as it has none
 * @param responsibleUnit the unit that answers for it, or {@code null} as long as there is none
 * @param unassignedReason why no unit was found, or {@code null}
 * @param mergedInto the problem it turned out to be a duplicate of, or {@code null}
 * @param relapseOf the problem, written off, that has come back as this one, or {@code null}
 * @param dueAt end of the unit's limit, or {@code null} while no unit has it
 * @param overdue whether the limit is over without a final reply, or was when it came
 * @param reworkCount number of failed re-checks
 * @param version for {@code ETag} and {@code If-Match}
 */
public record ProblemView(
    @NotNull UUID id,
    @NotNull String serial,
    @FreeText @NotNull String title,
    @FreeText @NotNull String description,
    @NotNull ProblemStatus status,
    @NotNull String categoryCode,
    @NotNull DeadlineClass deadlineClass,
    @NotNull SourceKind sourceKind,
    SourceDetails source,
    UUID findingId,
    UUID relapseOf,
    @NotNull Place location,
    PlacedBy placedBy,
    PlaceDoubt placeDoubt,
    @NotNull Instant filedAt,
    @NotNull Complaints complaints,
    UUID orderItemId,
    UUID orderId,
    String orderSerial,
    UnitName responsibleUnit,
    List<String> jointUnitCodes,
    String unassignedReason,
    Instant dueAt,
    boolean overdue,
    int reworkCount,
    @FreeText String standingDemand,
    Instant writtenOffAt,
    UUID mergedInto,
    @MayBeNull List<AttachmentLine> attachments,
    @JsonIgnore long version)
    implements Versioned {

  /**
   * Complaints joined to a problem, oldest first.
   *
   * @param count how many there are
   * @param items which, oldest first
   */
  public record Complaints(int count, List<ComplaintLine> items) {}

  /**
   * One complaint, in short.
   *
   * @param channel code of the channel it came by
   * @param receivedAt when it was received
   * @param sourceKind who found it
   * @param source what its source has said where, or {@code null}
   */
  public record ComplaintLine(
      @NotNull UUID id,
      @NotNull String serial,
      @NotNull String channel,
      @NotNull Instant receivedAt,
      @JsonIgnore SourceKind sourceKind,
      @JsonIgnore SourceDetails source) {}

  /**
   * A photo or paper, in short, and what it belongs to.
   *
   * @param type media type of the file as it is kept
   * @param sha256 of the file as it is kept, in hexadecimal
   * @param ownerKind what kind of thing it belongs to
   * @param ownerId id of the complaint, reply, re-check or finding it belongs to
   */
  public record AttachmentLine(
      @NotNull UUID id,
      @NotNull String type,
      @NotNull String sha256,
      @NotNull Owner.Kind ownerKind,
      @NotNull UUID ownerId) {

    static AttachmentLine of(Attachment attachment) {
      return new AttachmentLine(
          attachment.id(),
          attachment.type(),
          attachment.sha256(),
          attachment.owner().kind(),
          attachment.owner().id());
    }
  }

  /**
   * The view.
   *
   * @param withSource whether the caller may read what its source has said
   */
  static ProblemView of(
      Problem problem,
      List<ComplaintLine> complaints,
      List<AttachmentLine> attachments,
      boolean withSource,
      Instant now) {
    ToldItem item = problem.item();
    return new ProblemView(
        problem.id(),
        problem.serial(),
        problem.title(),
        problem.description(),
        problem.status(),
        problem.categoryCode(),
        problem.deadlineClass(),
        problem.sourceKind(),
        withSource ? source(problem, complaints) : null,
        problem.findingId(),
        problem.relapseOf(),
        problem.place(),
        problem.placing().by(),
        problem.placing().doubt(),
        problem.filedAt(),
        new Complaints(complaints.size(), complaints),
        item.id(),
        item.orderId(),
        item.orderSerial(),
        item.leadUnit(),
        item.jointUnitCodes(),
        item.unassignedReason(),
        item.dueAt(),
        problem.isOverdue(now),
        item.reworkCount(),
        item.standingDemand(),
        problem.writtenOffAt(),
        problem.mergedInto(),
        attachments,
        problem.version());
  }

  /** What was merged from another kind of source tells its own, which is not this problem's. */
  private static SourceDetails source(Problem problem, List<ComplaintLine> complaints) {
    return complaints.stream()
        .filter(complaint -> complaint.sourceKind() == problem.sourceKind())
        .map(ComplaintLine::source)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
