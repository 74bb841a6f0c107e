package org.bihuan.intake.similar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two tellings are, and why (ADR 0045). The weights of words, named places and days are
 * those of a logistic regression over labelled pairs of messages, rounded; those of points,
 * sub-districts and categories, which these messages do not have, are [ours].
 */
final class LikenessPolicy {

  private static final double BASE = -3.5;
  private static final double WORDS = 5.8;
  private static final double HEADLINES = 7.2;
  private static final double SAME_PLACE = 1.7;
  private static final double OTHER_PLACE = -1.3;
  private static final double OTHER_AREA = -1.1;
  private static final double DAYS = -0.4;
  private static final double OTHER_CATEGORY = -0.7;

  /** As much as most of the words in common: a picture is taken once [ours]. */
  private static final double SAME_PICTURE = 4;

  /**
   * Of either headline so much must stand in the other telling before two become one [measured].
   */
  private static final double HEADLINES_OF_ONE = 0.6;

  /** Points this near are one place [ours]. */
  private static final double ONE_PLACE_METRES = 50;

  /** Points this far apart are two places [ours]. */
  private static final double TWO_PLACES_METRES = 500;

  /** A problem stands for later complaints so long [ours], as for the same text sent again. */
  private static final Duration ONE_PROBLEM = Duration.ofDays(30);

  /** Who says this of a matter does not ask for what others ask for. */
  private static final Pattern AGAINST = Pattern.compile("反对|抵制|不同意|拒绝|取消|叫停|感谢");

  private static final int MOST_WORDS = 5;
  private static final double SECONDS_PER_DAY = 86_400;

  private LikenessPolicy() {}

  /**
   * What comparing has shown.
   *
   * @param score 0 to 1
   * @param reasons why, PLACE, CATEGORY, TIME, TEXT, and perhaps PHOTO
   * @param days between the two
   * @param metres between the two points, or {@code null} when one has none
   * @param mayBeOne whether nothing speaks against making one of both without anybody's judgement:
   *     same place, category and time, either headline in the other telling, and neither or both
   *     against the matter
   */
  record Likeness(
      double score, List<Reason> reasons, double days, Double metres, boolean mayBeOne) {

    /**
     * The same of two that show the same picture. That makes them more alike, and lets no rule make
     * one of both that would not without it.
     *
     * @param different in how many of 128 bits the pictures differ
     */
    Likeness showing(int different) {
      List<Reason> more = new ArrayList<>(reasons);
      more.add(new Reason(Reason.Kind.PHOTO, Integer.toString(different), SAME_PICTURE));
      return new Likeness(scored(more), more, days, metres, mayBeOne);
    }
  }

  static Likeness compare(Wording asked, Wording tracked) {
    double words = cosine(asked.pairs(), tracked.pairs());
    double headlines =
        Math.min(
            share(asked.headlinePairs(), tracked.pairs()),
            share(tracked.headlinePairs(), asked.pairs()));
    double days = Duration.between(asked.at(), tracked.at()).abs().toSeconds() / SECONDS_PER_DAY;
    boolean otherCategory =
        asked.categoryCode() != null && !asked.categoryCode().equals(tracked.categoryCode());
    PlacePart place = PlacePart.of(asked, tracked, headlines >= HEADLINES_OF_ONE);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason(Reason.Kind.PLACE, place.value(), place.weight()));
    reasons.add(
        new Reason(
            Reason.Kind.CATEGORY, tracked.categoryCode(), otherCategory ? OTHER_CATEGORY : 0));
    reasons.add(
        new Reason(
            Reason.Kind.TIME, Long.toString(Math.round(days)), rounded(DAYS * Math.log1p(days))));
    reasons.add(
        new Reason(
            Reason.Kind.TEXT,
            String.join(" ", common(asked.headline(), tracked.all())),
            rounded(WORDS * words + HEADLINES * headlines)));
    boolean mayBeOne =
        place.isSame()
            && !otherCategory
            && days <= ONE_PROBLEM.toDays()
            && isAgainst(asked) == isAgainst(tracked)
            && headlines >= HEADLINES_OF_ONE;
    return new Likeness(scored(reasons), reasons, days, place.metres(), mayBeOne);
  }

  private static double scored(List<Reason> reasons) {
    double sum = BASE + reasons.stream().mapToDouble(Reason::weight).sum();
    return rounded(1 / (1 + Math.exp(-sum)));
  }

  private static boolean isAgainst(Wording telling) {
    return AGAINST.matcher(telling.headline()).find();
  }

  /** What the places say: whether they are one, and why. */
  private record PlacePart(String value, double weight, Double metres, boolean isSame) {

    /**
     * @param closely whether to look for a place in common in the texts too, which takes longer
     */
    static PlacePart of(Wording asked, Wording tracked, boolean closely) {
      Double metres = metres(asked, tracked);
      boolean near = metres != null && metres <= ONE_PLACE_METRES;
      boolean far = metres != null && metres > TWO_PLACES_METRES;
      boolean otherArea =
          asked.named().isInOtherArea(tracked.named())
              || differ(asked.place().subdistrictCode(), tracked.place().subdistrictCode());
      Optional<String> inHeadlines =
          asked
              .named()
              .sharedWith(tracked.named())
              .or(() -> asked.named().namedIn(tracked.all()))
              .or(() -> tracked.named().namedIn(asked.all()));
      boolean elsewhere =
          far || !near && inHeadlines.isEmpty() && asked.named().isElsewhere(tracked.named());
      double weight =
          (elsewhere ? OTHER_PLACE : near || inHeadlines.isPresent() ? SAME_PLACE : 0)
              + (otherArea ? OTHER_AREA : 0);
      PlaceNames askedAnywhere = closely ? asked.namedAnywhere() : asked.named();
      PlaceNames trackedAnywhere = closely ? tracked.namedAnywhere() : tracked.named();
      Optional<String> anywhere =
          inHeadlines.isPresent() || !closely
              ? inHeadlines
              : askedAnywhere
                  .endNamedIn(tracked.all())
                  .or(() -> trackedAnywhere.endNamedIn(asked.all()));
      boolean same =
          !elsewhere
              && !otherArea
              && !asked.named().isOtherPart(tracked.named())
              && (metres == null ? anywhere.isPresent() : near)
              && !speakAgainst(askedAnywhere, trackedAnywhere, near);
      String value =
          metres != null ? Math.round(metres) + " m" : elsewhere ? null : anywhere.orElse(null);
      return new PlacePart(value, weight, metres, same);
    }

    /** Whether headline, address and text speak of other places than those of the other telling. */
    private static boolean speakAgainst(PlaceNames asked, PlaceNames tracked, boolean near) {
      return asked.isOtherPart(tracked)
          || !near && (asked.isElsewhere(tracked) || asked.isOtherEstate(tracked));
    }

    private static boolean differ(String one, String other) {
      return one != null && other != null && !one.equals(other);
    }

    private static Double metres(Wording asked, Wording tracked) {
      if (asked.place().longitude() == null || tracked.place().longitude() == null) {
        return null;
      }
      double metresPerDegree = 111_195;
      double north = (asked.place().latitude() - tracked.place().latitude()) * metresPerDegree;
      double east =
          (asked.place().longitude() - tracked.place().longitude())
              * metresPerDegree
              * Math.cos(Math.toRadians(asked.place().latitude()));
      return Math.hypot(north, east);
    }
  }

  /** Cosine of two sets, 0 to 1. */
  private static double cosine(Set<String> one, Set<String> other) {
    return one.isEmpty() || other.isEmpty()
        ? 0
        : countShared(one, other) / Math.sqrt((double) one.size() * other.size());
  }

  /** Share of {@code part} that is in {@code whole}, 0 to 1. */
  private static double share(Set<String> part, Set<String> whole) {
    return part.isEmpty() ? 0 : (double) countShared(part, whole) / part.size();
  }

  private static int countShared(Collection<String> one, Set<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    return shared.size();
  }

  /** The longest words of a headline that stand in the other telling, in their order. */
  private static List<String> common(String headline, String all) {
    List<String> runs = new ArrayList<>();
    int at = 0;
    while (at + 2 <= headline.length()) {
      int end = at + 2;
      while (end <= headline.length()
          && isWord(headline, at, end)
          && all.contains(headline.substring(at, end))) {
        end++;
      }
      if (end > at + 2) {
        runs.add(headline.substring(at, end - 1));
        at = end - 1;
      } else {
        at++;
      }
    }
    return runs.stream().distinct().limit(MOST_WORDS).toList();
  }

  private static boolean isWord(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(Character::isLetterOrDigit);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
