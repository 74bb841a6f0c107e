package org.bihuan.intake.subdistrict.photo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.intake.subdistrict.PlaceDoubt;
import org.bihuan.kit.geo.Crs;

/**
 * Where the photos of one complaint say that it is.
 *
 * @param locality {@code null} when they do not say
 * @param takenAt when the newest of them was taken; {@code null} without a place or a clock
 * @param doubt why they do not say, or {@code null}
 */
public record PhotoPlace(Locality locality, Instant takenAt, PlaceDoubt doubt) {

  /** Photos that say nothing of a place. */
  public static final PhotoPlace NONE = new PhotoPlace(null, null, null);

  /** Photos of one matter are taken within this [ours]. */
  private static final double APART_METRES = 300;

  /** What a photo shows may have changed after this [ours]. */
  private static final Duration OLD = Duration.ofDays(7);

  /**
   * A photo that was taken in the district.
   *
   * @param takenAt {@code null} when its camera has noted no time
   * @param locality whose area holds the point
   */
  record Shot(Crs.Point point, Instant takenAt, Locality locality) {}

  /**
   * What follows from photos that were taken in the district; an old one says nothing beside one
   * that is not.
   *
   * @param toldAt when the complaint was told
   */
  static PhotoPlace of(List<Shot> shots, Instant toldAt) {
    if (shots.isEmpty()) {
      return NONE;
    }
    List<Shot> fresh =
        shots.stream()
            .filter(shot -> shot.takenAt() == null || !shot.takenAt().isBefore(toldAt.minus(OLD)))
            .toList();
    if (fresh.isEmpty()) {
      return new PhotoPlace(null, null, PlaceDoubt.PHOTOS_OLD);
    }
    Locality place = common(fresh);
    return place == null
        ? new PhotoPlace(null, null, PlaceDoubt.PHOTOS_APART)
        : new PhotoPlace(
            place,
            fresh.stream()
                .map(Shot::takenAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null),
            null);
  }

  /** {@code null} when they are far from each other, or on both sides of a border. */
  private static Locality common(List<Shot> shots) {
    boolean apart =
        shots.stream()
            .anyMatch(
                one ->
                    shots.stream()
                        .anyMatch(other -> one.point().distanceTo(other.point()) > APART_METRES));
    List<Locality> places = shots.stream().map(Shot::locality).distinct().toList();
    List<String> subdistricts = places.stream().map(Locality::subdistrictCode).distinct().toList();
    if (apart || subdistricts.size() != 1) {
      return null;
    }
    return places.size() == 1 ? places.get(0) : new Locality(subdistricts.get(0), null);
  }
}
