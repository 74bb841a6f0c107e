package org.bihuan.intake.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.Coordinates;
import org.bihuan.contract.IntakeEvent.PictureReused;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.attachment.ReusedPicture;
import org.bihuan.intake.attachment.ReusedPictures;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.problem.Certificate.CertifiedFile;

/** The photos and papers that facts of a problem brought along. */
@ApplicationScoped
class AttachedFiles {

  private static final Actor COMPARISON = Actor.system("picture-comparison");

  private final Attachments attachments;
  private final ReusedPictures pictures;
  private final Ledger ledger;
  private final ObjectMapper json;
  private final Clock clock;

  AttachedFiles(
      Attachments attachments,
      ReusedPictures pictures,
      Ledger ledger,
      ObjectMapper json,
      Clock clock) {
    this.attachments = attachments;
    this.pictures = pictures;
    this.ledger = ledger;
    this.json = json;
    this.clock = clock;
  }

  /** Notes what another service has used them for, and tells which of them were shown before. */
  void follow(List<AttachedFile> told, Owner owner) {
    follow(told, List.of(), owner);
  }

  /** The same of a reply, of which some show the state before. */
  void follow(List<AttachedFile> told, List<UUID> before, Owner owner) {
    Instant now = clock.instant();
    attachments.follow(told, owner, now);
    attachments.showBefore(before);
    if (!told.isEmpty()) {
      pictures
          .compare(told.stream().map(AttachedFile::id).toList(), now)
          .forEach(reused -> announce(reused, owner.problemId(), now));
    }
  }

  private void announce(ReusedPicture reused, UUID problemId, Instant now) {
    ledger.announce(
        new PictureReused(
            problemId,
            reused.attachmentId(),
            reused.earlierId(),
            reused.earlierProblemId(),
            reused.different(),
            now,
            COMPARISON),
        problemId,
        null,
        now,
        COMPARISON);
  }

  /** Those of a problem and its complaints, without those of confidential ones, oldest first. */
  List<ProblemView.AttachmentLine> of(UUID problemId, List<ProblemView.ComplaintLine> complaints) {
    List<UUID> complaintIds = complaints.stream().map(ProblemView.ComplaintLine::id).toList();
    return attachments.of(problemId, complaintIds).stream()
        .filter(attachment -> !attachment.isConfidential())
        .map(ProblemView.AttachmentLine::of)
        .toList();
  }

  /**
   * Those that an entry of the ledger names, with the hashes that are sealed there; when a photo
   * was taken is left out when its complaint is confidential, and where of every complaint: its
   * reporter may live there.
   */
  List<CertifiedFile> certified(LedgerEntry entry) {
    List<AttachedFile> told = new ArrayList<>();
    for (JsonNode file : content(entry).path("attachments")) {
      told.add(
          new AttachedFile(
              UUID.fromString(file.path("id").asText()), file.path("sha256").asText()));
    }
    Map<UUID, Attachment> known = attachments.byId(told.stream().map(AttachedFile::id).toList());
    return told.stream()
        .map(
            file ->
                Optional.ofNullable(known.get(file.id()))
                    .filter(attachment -> !attachment.isConfidential())
                    .map(
                        attachment ->
                            new CertifiedFile(
                                file.id(),
                                file.sha256(),
                                attachment.takenAt(),
                                position(attachment)))
                    .orElseGet(() -> new CertifiedFile(file.id(), file.sha256(), null, null)))
        .toList();
  }

  private static Coordinates position(Attachment attachment) {
    Owner owner = attachment.owner();
    return owner == null || owner.kind() == Owner.Kind.COMPLAINT ? null : attachment.position();
  }

  private JsonNode content(LedgerEntry entry) {
    try {
      return json.readTree(entry.content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry that is no JSON: " + entry.id(), e);
    }
  }
}
