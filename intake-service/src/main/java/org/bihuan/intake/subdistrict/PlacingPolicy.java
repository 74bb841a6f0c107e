package org.bihuan.intake.subdistrict;

import java.util.List;
import org.bihuan.intake.subdistrict.photo.PhotoPlace;

/**
 * Where something is, by all that speaks for a place: a code that was sent, else the area that
 * holds the point, else where its photos were taken, else the names in address and text. What
 * contradicts the point is a doubt, and moves nothing [ours].
 */
public final class PlacingPolicy {

  private PlacingPolicy() {}

  /**
   * What speaks for a place.
   *
   * @param code as sent, or {@code null}
   * @param point of the areas that hold the point, or {@code null} when none does
   * @param photos where they were taken; need not be asked for when there is a code or a point
   * @param isOutside whether the point lies outside the district
   * @param names in address and text; need not be asked for when a code was sent
   */
  public record Clues(
      Locality code, Locality point, PhotoPlace photos, boolean isOutside, List<Locality> names) {}

  /**
   * What follows from them.
   *
   * @param locality {@code null} when it cannot be told
   */
  public record Placement(Locality locality, Placing placing) {}

  /** The place, how it was found, and what is doubtful about it. */
  public static Placement place(Clues clues) {
    Locality named = commonTo(clues.names());
    PlaceDoubt doubt = doubt(clues, named);
    if (clues.code() != null) {
      Locality whole =
          clues.point() == null ? clues.code() : clues.code().completedBy(clues.point());
      return new Placement(whole, new Placing(PlacedBy.CODE, doubt));
    }
    if (clues.point() != null) {
      return new Placement(clues.point(), new Placing(PlacedBy.POINT, doubt));
    }
    if (clues.photos().locality() != null) {
      return new Placement(clues.photos().locality(), new Placing(PlacedBy.PHOTO, doubt));
    }
    return new Placement(named, new Placing(named == null ? null : PlacedBy.NAME, doubt));
  }

  private static PlaceDoubt doubt(Clues clues, Locality named) {
    if (clues.isOutside()) {
      return PlaceDoubt.OUTSIDE_DISTRICT;
    }
    if (clues.point() != null) {
      return isElsewhere(clues, clues.point()) ? PlaceDoubt.POINT_ELSEWHERE : null;
    }
    if (clues.code() != null) {
      return null;
    }
    if (clues.photos().locality() != null) {
      return isElsewhere(clues, clues.photos().locality()) ? PlaceDoubt.PHOTO_ELSEWHERE : null;
    }
    if (named != null) {
      return null;
    }
    return clues.names().isEmpty() ? clues.photos().doubt() : PlaceDoubt.SEVERAL_NAMES;
  }

  /** One name of several that agrees is enough: texts name ways and neighbours. */
  private static boolean isElsewhere(Clues clues, Locality shown) {
    List<Locality> said = clues.code() == null ? clues.names() : List.of(clues.code());
    return !said.isEmpty() && said.stream().allMatch(shown::contradicts);
  }

  /** The sub-district that all names lie in, with the community when it is but one. */
  private static Locality commonTo(List<Locality> names) {
    List<String> subdistricts = names.stream().map(Locality::subdistrictCode).distinct().toList();
    if (subdistricts.size() != 1) {
      return null;
    }
    List<String> communities =
        names.stream()
            .map(Locality::communityCode)
            .filter(code -> code != null)
            .distinct()
            .toList();
    return new Locality(subdistricts.get(0), communities.size() == 1 ? communities.get(0) : null);
  }
}
