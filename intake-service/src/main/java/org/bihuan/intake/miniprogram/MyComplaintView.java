package org.bihuan.intake.miniprogram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.tracking.TrackedComplaint;
import org.bihuan.kit.web.Versioned;

/**
 * A complaint as the resident who sent it sees it: what was sent, and what its tracking code shows.
 *
 * @param subject as it was sent, or {@code null}
 * @param text as it was sent, 1 to 4000 characters
 * @param tracking what its tracking code shows
 * @param photos photos and papers that were sent with it; none in the answer to a withdrawal
 * @param allowedActions WITHDRAW while it waits, FEEDBACK while its reporter can say what came of
 *     it, by the tracking code
 * @param version for {@code ETag} and {@code If-Match}
 */
public record MyComplaintView(
    @NotNull UUID id,
    String subject,
    @NotNull String text,
    @NotNull TrackedComplaint tracking,
    @NotNull List<MyPhoto> photos,
    @NotNull List<String> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  /**
   * A photo or paper that the resident has sent.
   *
   * @param id of the attachment
   * @param url where it can be fetched without a login until {@code expiresAt}
   * @param thumbnailUrl where a JPEG of at most 320 by 320 pixels can be fetched as long; {@code
   *     null} for a paper
   * @param expiresAt when the links run out
   */
  public record MyPhoto(
      @NotNull UUID id, @NotNull String url, String thumbnailUrl, @NotNull Instant expiresAt) {}

  /** Without links to files: in an answer that may be given again long afterwards. */
  MyComplaintView withoutPhotos() {
    return new MyComplaintView(id, subject, text, tracking, List.of(), allowedActions, version);
  }

  static MyComplaintView of(
      Complaint complaint,
      TrackedComplaint tracking,
      List<MyPhoto> photos,
      List<String> allowedActions) {
    return new MyComplaintView(
        complaint.id(),
        complaint.subject(),
        complaint.text(),
        tracking,
        photos,
        allowedActions,
        complaint.version());
  }
}
