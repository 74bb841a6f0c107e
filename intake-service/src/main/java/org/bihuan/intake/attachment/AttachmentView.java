package org.bihuan.intake.attachment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Coordinates;

/**
 * An attachment as clients see it.
 *
 * @param type media type of the file as it is kept: a WebP was made a JPEG or a PNG
 * @param bytes size of the file as it is kept
 * @param width pixels, upright; {@code null} for a paper, like the height
 * @param takenAt when, by the clock of the camera, or {@code null}
 * @param position where, by the camera, in WGS-84, or {@code null}
 * @param sha256 of the file as it is kept, in hexadecimal
 * @param usableUntil from then on it cannot be used any more, and its file goes
 * @param ownerKind what it belongs to, with {@code ownerId}; {@code null} until it is used
 * @param url where the file can be fetched without a login until {@code expiresAt}; {@code null} in
 *     the answer to the upload, like the two below
 * @param thumbnailUrl a JPEG of at most 320 by 320 pixels; {@code null} for a paper
 */
public record AttachmentView(
    @NotNull UUID id,
    @NotNull AttachmentStatus status,
    @NotNull String type,
    int bytes,
    Integer width,
    Integer height,
    Instant takenAt,
    Coordinates position,
    @NotNull String sha256,
    @NotNull Instant storedAt,
    @NotNull Instant usableUntil,
    Owner.Kind ownerKind,
    UUID ownerId,
    String url,
    String thumbnailUrl,
    Instant expiresAt) {

  /** Without links: in the answer to the upload, which may be given again long afterwards. */
  static AttachmentView of(Attachment attachment) {
    return of(attachment, null, null, null);
  }

  static AttachmentView of(
      Attachment attachment, String url, String thumbnailUrl, Instant expiresAt) {
    Owner owner = attachment.owner();
    return new AttachmentView(
        attachment.id(),
        attachment.status(),
        attachment.type(),
        attachment.bytes(),
        attachment.width(),
        attachment.height(),
        attachment.takenAt(),
        attachment.position(),
        attachment.sha256(),
        attachment.storedAt(),
        attachment.usableUntil(),
        owner == null ? null : owner.kind(),
        owner == null ? null : owner.id(),
        url,
        thumbnailUrl,
        expiresAt);
  }
}
