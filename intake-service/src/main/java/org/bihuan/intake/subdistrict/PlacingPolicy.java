package org.bihuan.intake.subdistrict;

import java.util.List;

/**
 * Where something is, by all that speaks for a place: a code that was sent, else the area that
 * holds the point, else the names in address and text. What contradicts the point is a doubt, and
 * moves nothing [ours].
 */
public final class PlacingPolicy {

  private PlacingPolicy() {}

  /**
   * What speaks for a place.
   *
   * @param code as sent, or {@code null}
   * @param point of the areas that hold the point, or {@code null} when none does
   * @param isOutside whether the point lies outside the district
   * @param names in address and text; need not be asked for when a code was sent
   */
  public record Clues(Locality code, Locality point, boolean isOutside, List<Locality> names) {}

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
    return new Placement(named, new Placing(named == null ? null : PlacedBy.NAME, doubt));
  }

  private static PlaceDoubt doubt(Clues clues, Locality named) {
    if (clues.isOutside()) {
      return PlaceDoubt.OUTSIDE_DISTRICT;
    }
    if (clues.point() != null && isElsewhere(clues)) {
      return PlaceDoubt.POINT_ELSEWHERE;
    }
    boolean isOpen = clues.code() == null && clues.point() == null && named == null;
    return isOpen && !clues.names().isEmpty() ? PlaceDoubt.SEVERAL_NAMES : null;
  }

  /** One name of several that agrees with the point is enough: texts name ways and neighbours. */
  private static boolean isElsewhere(Clues clues) {
    List<Locality> said = clues.code() == null ? clues.names() : List.of(clues.code());
    return !said.isEmpty() && said.stream().allMatch(clues.point()::contradicts);
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
