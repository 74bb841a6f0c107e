package org.bihuan.dispatch.request.returning;

import java.util.Optional;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.routing.ruling.PrecedentPlace;
import org.bihuan.kit.refusal.FieldError;

/** Which like cases a ruling routes. */
final class RulingPolicy {

  private RulingPolicy() {}

  /**
   * The like cases: those of the same category, at the place as wide as is wanted, whoever found
   * them.
   *
   * @return {@code null} when it is to be no precedent
   */
  static RoutingScope scope(NewRuling wanted, RoutingScope problem) {
    if (!wanted.precedent()) {
      return null;
    }
    String subdistrict =
        wanted.place() == PrecedentPlace.DISTRICT ? null : problem.subdistrictCode();
    String community = wanted.place() == PrecedentPlace.COMMUNITY ? problem.communityCode() : null;
    return new RoutingScope(problem.categoryCode(), subdistrict, community, null);
  }

  /** Why the like cases cannot be told, if they cannot. */
  static Optional<FieldError> fault(NewRuling wanted, RoutingScope problem) {
    if (!wanted.precedent()) {
      return fault("place", "place-without-precedent").filter(fault -> wanted.place() != null);
    }
    if (problem.categoryCode() == null) {
      return fault("precedent", "precedent-without-category");
    }
    boolean known =
        wanted.place() == null
            || switch (wanted.place()) {
              case DISTRICT -> true;
              case SUBDISTRICT -> problem.subdistrictCode() != null;
              case COMMUNITY ->
                  problem.communityCode() != null && problem.subdistrictCode() != null;
            };
    return fault("place", "place-of-item-unknown").filter(fault -> !known);
  }

  private static Optional<FieldError> fault(String field, String code) {
    return Optional.of(new FieldError(field, code));
  }
}
