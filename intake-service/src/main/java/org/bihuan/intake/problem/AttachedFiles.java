package org.bihuan.intake.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.problem.Certificate.CertifiedFile;

/** The photos and papers that facts of a problem brought along. */
@ApplicationScoped
class AttachedFiles {

  private final Attachments attachments;
  private final ObjectMapper json;
  private final Clock clock;

  AttachedFiles(Attachments attachments, ObjectMapper json, Clock clock) {
    this.attachments = attachments;
    this.json = json;
    this.clock = clock;
  }

  /** Notes what another service has used them for. */
  void follow(List<AttachedFile> told, Owner owner) {
    attachments.follow(told, owner, clock.instant());
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
   * Those that an entry of the ledger names, with the hashes that are sealed there; where and when
   * a photo was taken is left out when its complaint is confidential.
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
                                attachment.position()))
                    .orElseGet(() -> new CertifiedFile(file.id(), file.sha256(), null, null)))
        .toList();
  }

  private JsonNode content(LedgerEntry entry) {
    try {
      return json.readTree(entry.content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry that is no JSON: " + entry.id(), e);
    }
  }
}
