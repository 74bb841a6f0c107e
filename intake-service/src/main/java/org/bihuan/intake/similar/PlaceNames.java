package org.bihuan.intake.similar;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text calls places: strings that end like the name of an estate, road, school and so on
 * ({@link #sites}), and like that of a city, district or county ({@link #areas}). No gazetteer is
 * needed, since two such strings are only compared with each other; letters may be mistaken for one
 * another (中茂城, 中贸城), numerals may not: {@link #parts} are 二期, 3 号楼 and the like.
 */
record PlaceNames(Set<String> sites, Set<String> areas, Set<String> parts) {

  /** Two sites are one when they share this much of their characters [measured]. */
  private static final double ONE_NAME = 0.7;

  /** Below this much they are two [measured]. */
  private static final double OTHER_NAME = 0.5;

  private static final int LONGEST_END = 4;
  private static final int SHORTEST_END = 3;

  /** What stands between a name and the rest of a sentence. */
  private static final Pattern GAPS =
      Pattern.compile("[^\\p{L}\\p{N}]+|[的了在和与是有对把被请求将向从于]|因为|投诉|举报|反映|咨询|关于|希望|建议|请问");

  private static final Pattern SITE =
      Pattern.compile(
          "[\\p{IsHan}0-9a-z]{2,8}?(?:小区|社区|花园|公园|广场|家园|名城|新城|中心|大厦|公寓|别墅|街道|大道|大街|路|街|巷|村|镇"
              + "|乡|城|苑|园|湾|府|郡|院|轩|居|墅|小学|中学|学校|学院|大学|幼儿园|医院|市场|站|号线|桥|河|湖|山|水库|公司|集团"
              + "|超市|酒店|会所|期)");

  /** The letters before the last one are those of 小区, 城市 and others that are no area. */
  private static final Pattern AREA =
      Pattern.compile("(?:[a-z]\\d*|\\p{IsHan}{2})(?<![小社城校片园地新全本我门上超市])[市区县](?![区场政民委长])");

  private static final Pattern PART =
      Pattern.compile("(?:[0-9]+|[一二三四五六七八九十]+)(?:期|栋|幢|座|号楼|号线|单元|组|路|号)");

  private static final Pattern NO_NUMERALS = Pattern.compile("[^0-9一二三四五六七八九十]");

  /** Said of any place. */
  private static final List<String> ANY_PLACE =
      List.of("小区", "社区", "我们", "业主", "附近", "学校", "公司", "街道", "城市", "医院", "中心", "全市", "本人", "居民");

  /** The names in a text that was spelt by {@link Wording#spelt}. */
  static PlaceNames in(String spelt) {
    Set<String> sites = new HashSet<>();
    Set<String> areas = new HashSet<>();
    for (String run : GAPS.split(spelt)) {
      collect(AREA.matcher(run), areas);
      collect(SITE.matcher(AREA.matcher(run).replaceAll(" ")), sites);
    }
    Set<String> parts = new HashSet<>();
    collect(PART.matcher(spelt.replace(" ", "")), parts);
    return new PlaceNames(Set.copyOf(sites), Set.copyOf(areas), Set.copyOf(parts));
  }

  /** The text without the names of areas, which say little: most texts of a district have them. */
  static String withoutAreas(String spelt) {
    return AREA.matcher(spelt).replaceAll(" ");
  }

  private static void collect(Matcher found, Set<String> names) {
    while (found.find()) {
      names.add(found.group());
    }
  }

  /** A site of this that {@code other} names too, or nearly so. */
  Optional<String> sharedWith(PlaceNames other) {
    return sites.stream().filter(site -> other.nearest(site) >= ONE_NAME).findFirst();
  }

  /** A site of this that stands in the text letter by letter; {@code spelt} like the names. */
  Optional<String> namedIn(String spelt) {
    return sites.stream().filter(spelt::contains).findFirst();
  }

  /** The end of a site of this, without words said of any place, that stands in the text. */
  Optional<String> endNamedIn(String spelt) {
    return sites.stream()
        .map(site -> site.substring(Math.max(0, site.length() - LONGEST_END)))
        .filter(end -> end.length() >= SHORTEST_END)
        .filter(end -> ANY_PLACE.stream().noneMatch(end::startsWith))
        .filter(spelt::contains)
        .findFirst();
  }

  /** Whether both name sites and no two of them are alike. */
  boolean isElsewhere(PlaceNames other) {
    return !sites.isEmpty()
        && !other.sites.isEmpty()
        && sites.stream().allMatch(site -> other.nearest(site) < OTHER_NAME);
  }

  /** Whether both name areas and none of them in common. */
  boolean isInOtherArea(PlaceNames other) {
    return !areas.isEmpty()
        && !other.areas.isEmpty()
        && areas.stream().noneMatch(other.areas::contains);
  }

  /** Whether both name a part of one kind and none of that kind in common. */
  boolean isOtherPart(PlaceNames other) {
    return parts.stream()
        .map(PlaceNames::kind)
        .anyMatch(
            kind ->
                other.parts.stream().anyMatch(part -> kind(part).equals(kind))
                    && parts.stream()
                        .filter(part -> kind(part).equals(kind))
                        .noneMatch(other.parts::contains));
  }

  private static String kind(String part) {
    return part.replaceAll("[0-9一二三四五六七八九十]", "");
  }

  private double nearest(String site) {
    return sites.stream().mapToDouble(own -> likeness(own, site)).max().orElse(0);
  }

  /**
   * Share of the characters that two names have in common, in whatever order: 0 to 1; nothing when
   * their numerals differ, since the second and the third phase of an estate are two places.
   */
  private static double likeness(String one, String other) {
    if (!NO_NUMERALS
        .matcher(one)
        .replaceAll("")
        .equals(NO_NUMERALS.matcher(other).replaceAll(""))) {
      return 0;
    }
    StringBuilder left = new StringBuilder(other);
    int common = 0;
    for (int i = 0; i < one.length(); i++) {
      int at = left.indexOf(one.substring(i, i + 1));
      if (at >= 0) {
        left.deleteCharAt(at);
        common++;
      }
    }
    return 2.0 * common / (one.length() + other.length());
  }
}
