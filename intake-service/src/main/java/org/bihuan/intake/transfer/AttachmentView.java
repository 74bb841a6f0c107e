package org.bihuan.intake.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Coordinates;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.AttachmentStatus;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.kit.web.Versioned;

/**
 * An attachment as clients see it.
 *
 * @param status PENDING until it is used, then LINKED
 * @param type media type of the file as it is kept: a WebP was made a JPEG or a PNG
 * @param bytes size of the file as it is kept
 * @param width pixels of the upright photo; {@code null} for a paper
 * @param height pixels of the upright photo; {@code null} for a paper
 * @param takenAt when, by the clock of the camera, or {@code null}
 * @param position where, by the camera, in WGS-84, or {@code null}; of a photo of a complaint only
 *     for the clerk of its channel and the special team, since its reporter may live there
 * @param sha256 of the file as it is kept, in hexadecimal; of a blurred photo that of the original,
 *     which the links do not lead to
 * @param blurred whether the links lead to a photo in which faces or plates are blurred
 * @param blurredAt when that was last done, or {@code null}
 * @param storedAt when it was uploaded
 * @param usableUntil from then on it cannot be used any more, and its file goes
 * @param ownerKind what kind of thing it belongs to; {@code null} until it is used
 * @param ownerId id of the complaint, reply, re-check, finding or survey it belongs to; {@code
 *     null} until it is used
 * @param url where the file can be fetched without a login until {@code expiresAt}; {@code null} in
 *     the answers to an upload and a blurring
 * @param thumbnailUrl where a JPEG of at most 320 by 320 pixels can be fetched as long; {@code
 *     null} for a paper and in those answers
 * @param expiresAt when the links run out; {@code null} in those answers
 * @param version for {@code ETag} and {@code If-Match}
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
    boolean blurred,
    Instant blurredAt,
    @NotNull Instant storedAt,
    @NotNull Instant usableUntil,
    Owner.Kind ownerKind,
    UUID ownerId,
    String url,
    String thumbnailUrl,
    Instant expiresAt,
    @JsonIgnore long version)
    implements Versioned {

  /** Without links: in an answer that may be given again long afterwards. */
  public static AttachmentView of(Attachment attachment) {
    return of(attachment, attachment.position(), null, null, null);
  }

  static AttachmentView of(
      Attachment attachment,
      Coordinates position,
      String url,
      String thumbnailUrl,
      Instant expiresAt) {
    Owner owner = attachment.owner();
    return new AttachmentView(
        attachment.id(),
        attachment.status(),
        attachment.type(),
        attachment.bytes(),
        attachment.width(),
        attachment.height(),
        attachment.takenAt(),
        position,
        attachment.sha256(),
        attachment.blurring() != null,
        attachment.blurring() == null ? null : attachment.blurring().at(),
        attachment.storedAt(),
        attachment.usableUntil(),
        owner == null ? null : owner.kind(),
        owner == null ? null : owner.id(),
        url,
        thumbnailUrl,
        expiresAt,
        attachment.version());
  }
}
