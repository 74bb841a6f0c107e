package org.bihuan.intake.transfer;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Coordinates;
import org.bihuan.intake.attachment.Owner;

/**
 * The photos of a problem side by side, oldest first, without those of confidential complaints.
 *
 * @param before what complaints and the finding show, and replies as the state before
 * @param after what replies and re-checks show
 */
public record PhotosView(@NotNull List<PhotoView> before, @NotNull List<PhotoView> after) {

  /** Why a photo may not prove what it should. */
  public enum PhotoDoubt {
    /** By the clock of its camera it was taken before the problem was put on the ledger. */
    TAKEN_TOO_EARLY,
    /** The same picture was shown before, of another problem or in another reply or re-check. */
    SHOWN_BEFORE
  }

  /**
   * One photo.
   *
   * @param id of the attachment
   * @param ownerKind what kind of thing it belongs to
   * @param ownerId id of the complaint, finding, reply or re-check it belongs to
   * @param takenAt when, by the clock of the camera, or {@code null}
   * @param position where, by the camera, in WGS-84; {@code null} of what a complaint shows, which
   *     may be where its reporter lives
   * @param storedAt when it was uploaded
   * @param url where it can be fetched without a login until {@code expiresAt}
   * @param thumbnailUrl where a JPEG of at most 320 by 320 pixels can be fetched as long
   * @param expiresAt when the links run out
   * @param doubts why it may not prove what it should; only of photos of replies and re-checks
   * @param sameAs the photo that shows the same picture; {@code null} when there is none within the
   *     caller's sight
   */
  public record PhotoView(
      @NotNull UUID id,
      @NotNull Owner.Kind ownerKind,
      @NotNull UUID ownerId,
      Instant takenAt,
      Coordinates position,
      @NotNull Instant storedAt,
      @NotNull String url,
      @NotNull String thumbnailUrl,
      @NotNull Instant expiresAt,
      @NotNull List<PhotoDoubt> doubts,
      EarlierPhoto sameAs) {}

  /**
   * An earlier photo of the same picture.
   *
   * @param id of the attachment
   * @param problemId problem it is about
   * @param problemSerial number of that problem
   * @param different in how many of 128 bits the two differ, 0 to 7
   */
  public record EarlierPhoto(
      @NotNull UUID id, @NotNull UUID problemId, @NotNull String problemSerial, int different) {}
}
