package org.bihuan.inspection.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.coverage.visit.VisitCount;
import org.bihuan.inspection.coverage.visit.Visits.LastVisit;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.Week;

/** What was visited within a week, counted; each figure with the address of its list. */
final class WeekCoverage {

  private final Week week;
  private final List<VisitCount> counts;
  private final Map<String, List<VisitCount>> bySubdistrict;
  private final List<SubdistrictCoverage> subdistricts;

  /**
   * The coverage of {@code week}.
   *
   * @param places every sub-district with its last visit by the end of the week
   * @param blindWeeks how many weeks before it must be without a visit for a blind spot
   */
  WeekCoverage(Week week, List<LastVisit> places, List<VisitCount> counts, int blindWeeks) {
    this.week = week;
    this.counts = counts;
    this.bySubdistrict =
        counts.stream().collect(Collectors.groupingBy(VisitCount::subdistrictCode));
    Instant seenSince = week.minus(blindWeeks).from();
    this.subdistricts = places.stream().map(place -> subdistrict(place, seenSince)).toList();
  }

  /** Every sub-district by code. */
  List<SubdistrictCoverage> subdistricts() {
    return subdistricts;
  }

  List<TierCoverage> tiers() {
    return List.of(InspectionTier.values()).stream().map(this::tier).toList();
  }

  /** Share of the sub-districts in which anybody came. */
  Figure covered() {
    return covered(List.of(InspectionTier.values()), "");
  }

  /** Sub-districts in which nobody came for too long. */
  Figure blind() {
    return Figure.count(
        subdistricts.stream().filter(SubdistrictCoverage::blind).count(), places("&blind=true"));
  }

  Figure nightShare() {
    return share(counts, VisitCount::night, "&night=true");
  }

  Figure weekendShare() {
    return share(counts, VisitCount::weekend, "&weekend=true");
  }

  private TierCoverage tier(InspectionTier tier) {
    List<VisitCount> own = counts.stream().filter(count -> count.tier() == tier).toList();
    String only = "&tier=" + tier;
    return new TierCoverage(
        tier,
        Figure.count(sum(own, VisitCount::visits), visits(only)),
        covered(List.of(tier), only),
        TierCoverage.density(sum(own, VisitCount::visits), subdistricts.size()));
  }

  private SubdistrictCoverage subdistrict(LastVisit place, Instant seenSince) {
    List<VisitCount> here = bySubdistrict.getOrDefault(place.code(), List.of());
    String there = "&subdistrictCode=" + place.code();
    return new SubdistrictCoverage(
        place.code(),
        place.name(),
        TierVisits.of(tier -> visitsOf(tier, here, there)),
        share(here, VisitCount::night, there + "&night=true"),
        share(here, VisitCount::weekend, there + "&weekend=true"),
        place.visitedAt(),
        place.visitedAt() == null || place.visitedAt().isBefore(seenSince));
  }

  private Figure visitsOf(InspectionTier tier, List<VisitCount> here, String there) {
    List<VisitCount> own = here.stream().filter(count -> count.tier() == tier).toList();
    return Figure.count(sum(own, VisitCount::visits), visits(there + "&tier=" + tier));
  }

  private Figure covered(List<InspectionTier> tiers, String only) {
    return Figure.share(
        subdistricts.stream().filter(place -> place.isCoveredBy(tiers)).count(),
        subdistricts.size(),
        places(only + "&covered=true"));
  }

  private Figure share(List<VisitCount> of, ToLongFunction<VisitCount> part, String only) {
    return Figure.share(sum(of, part), sum(of, VisitCount::visits), visits(only));
  }

  private static long sum(List<VisitCount> counts, ToLongFunction<VisitCount> part) {
    return counts.stream().mapToLong(part).sum();
  }

  private String visits(String only) {
    return "/api/v1/coverage/visits?from=%s&to=%s%s".formatted(week.from(), week.to(), only);
  }

  private String places(String only) {
    return "/api/v1/coverage/subdistricts?week=" + week + only;
  }
}
