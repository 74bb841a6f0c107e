package org.bihuan.intake.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.attachment.ReusedPicture;
import org.bihuan.intake.attachment.ReusedPictures;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemAccess;
import org.bihuan.intake.transfer.PhotosView.EarlierPhoto;
import org.bihuan.intake.transfer.PhotosView.PhotoDoubt;
import org.bihuan.intake.transfer.PhotosView.PhotoView;

/** Shows the photos of a problem side by side, with what speaks against them. */
@ApplicationScoped
@Transactional
class PhotosDesk {

  private final ProblemAccess access;
  private final Attachments attachments;
  private final ReusedPictures pictures;
  private final SignedLinks links;

  PhotosDesk(
      ProblemAccess access, Attachments attachments, ReusedPictures pictures, SignedLinks links) {
    this.access = access;
    this.attachments = attachments;
    this.pictures = pictures;
    this.links = links;
  }

  PhotosView read(UUID problemId) {
    Problem problem = access.visible(problemId);
    List<Attachment> photos = attachments.photosOf(problemId);
    Map<UUID, ReusedPicture> reused =
        pictures.of(photos.stream().map(Attachment::id).toList()).stream()
            .collect(Collectors.toMap(ReusedPicture::attachmentId, Function.identity()));
    Map<Boolean, List<PhotoView>> shown =
        photos.stream()
            .collect(
                Collectors.partitioningBy(
                    PhotosDesk::isAfter,
                    Collectors.mapping(
                        photo -> view(photo, reused.get(photo.id()), problem.filedAt()),
                        Collectors.toList())));
    return new PhotosView(shown.get(false), shown.get(true));
  }

  private static boolean isAfter(Attachment photo) {
    Owner.Kind kind = photo.owner().kind();
    return !photo.showsBefore() && (kind == Owner.Kind.REPLY || kind == Owner.Kind.RECHECK);
  }

  private PhotoView view(Attachment photo, ReusedPicture reused, Instant filedAt) {
    Instant expiry = links.expiry();
    return new PhotoView(
        photo.id(),
        photo.owner().kind(),
        photo.owner().id(),
        photo.takenAt(),
        photo.owner().kind() == Owner.Kind.COMPLAINT ? null : photo.position(),
        photo.storedAt(),
        links.address(photo.id(), Variant.SHOWN, expiry),
        links.address(photo.id(), Variant.THUMBNAIL, expiry),
        expiry,
        doubts(photo, reused, filedAt),
        reused == null ? null : earlier(reused));
  }

  private static List<PhotoDoubt> doubts(Attachment photo, ReusedPicture reused, Instant filedAt) {
    List<PhotoDoubt> doubts = new ArrayList<>();
    if (isAfter(photo) && photo.takenAt() != null && photo.takenAt().isBefore(filedAt)) {
      doubts.add(PhotoDoubt.TAKEN_TOO_EARLY);
    }
    if (reused != null) {
      doubts.add(PhotoDoubt.SHOWN_BEFORE);
    }
    return doubts;
  }

  private EarlierPhoto earlier(ReusedPicture reused) {
    return Optional.ofNullable(reused.earlierProblemId())
        .flatMap(access::seen)
        .map(
            problem ->
                new EarlierPhoto(
                    reused.earlierId(), problem.id(), problem.serial(), reused.different()))
        .orElse(null);
  }
}
