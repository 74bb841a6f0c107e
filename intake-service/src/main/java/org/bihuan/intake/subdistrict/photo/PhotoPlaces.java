package org.bihuan.intake.subdistrict.photo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Coordinates;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachments;
import org.bihuan.intake.subdistrict.area.Areas;
import org.bihuan.kit.geo.Crs;

/** Tells from the cameras' notes where the photos of a complaint were taken. */
@ApplicationScoped
public class PhotoPlaces {

  private final Attachments attachments;
  private final Areas areas;

  PhotoPlaces(Attachments attachments, Areas areas) {
    this.attachments = attachments;
    this.areas = areas;
  }

  /**
   * What the photos say; without any, nothing is read.
   *
   * @param attachmentIds photos and papers of one complaint
   * @param toldAt when it was told
   */
  public PhotoPlace of(List<UUID> attachmentIds, Instant toldAt) {
    List<PhotoPlace.Shot> shots =
        attachments.byId(attachmentIds).values().stream().flatMap(this::inDistrict).toList();
    return PhotoPlace.of(shots, toldAt);
  }

  private Stream<PhotoPlace.Shot> inDistrict(Attachment attachment) {
    Coordinates position = attachment.position();
    if (position == null) {
      return Stream.empty();
    }
    Crs.Point point = new Crs.Point(position.longitude(), position.latitude());
    return areas.at(point).stream()
        .map(locality -> new PhotoPlace.Shot(point, attachment.takenAt(), locality));
  }
}
