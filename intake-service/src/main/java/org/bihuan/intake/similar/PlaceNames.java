package org.bihuan.intake.similar;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text calls places: strings that end like the name of an estate, road, school and so on
 * ({@link #sites}), and like that of a city, district or county ({@link #areas}). No gazetteer is
 * needed, since two such strings are only compared with each other; letters may be mistaken for one
 * another (中茂城, 中贸城), numerals and directions may not: {@link #parts} are 二期, 3 号楼, A 座, 东苑 and the
 * like.
 */
record PlaceNames(Set<Site> sites, Set<String> areas, Set<String> parts) {

  private static final int LONGEST_END = 4;
  private static final int SHORTEST_END = 3;

  /** What stands between a name and the rest of a sentence. */
  private static final Pattern GAPS =
      Pattern.compile("[^\\p{L}\\p{N}]+|[的了在和与是有对把被请求将向从于]|因为|投诉|举报|反映|咨询|关于|希望|建议|请问");

  /** The letters before the last one are those of 小区, 城市 and others that are no area. */
  private static final Pattern AREA =
      Pattern.compile("(?:[a-z]\\d*|\\p{IsHan}{2})(?<![小社城校片园地新全本我门上超市])[市区县](?![区场政民委长])");

  /** 5 月 3 号 is a day. */
  private static final Pattern PART =
      Pattern.compile(
          "(?<![月0-9a-z一二三四五六七八九十])(?:(?:[a-z]?[0-9]+|[一二三四五六七八九十]+)(?:期|栋|幢|座|号楼|号线|单元|组|路|号|#楼?)"
              + "|[a-z](?:期|栋|幢|座|区))|[东西南北][苑区院座门]");

  private static final Pattern WHICH_PART = Pattern.compile("[0-9a-z一二三四五六七八九十东西南北]+");

  /** Several words for one kind. */
  private static final Pattern BUILDING = Pattern.compile("号楼|#楼?|栋|幢|座");

  /** The names in a text that was spelt by {@link Wording#spelt}. */
  static PlaceNames in(String spelt) {
    Set<Site> sites = new HashSet<>();
    Set<String> areas = new HashSet<>();
    for (String run : GAPS.split(spelt)) {
      AREA.matcher(run).results().map(MatchResult::group).forEach(areas::add);
      Site.in(AREA.matcher(run).replaceAll(" ")).forEach(sites::add);
    }
    Set<String> parts = new HashSet<>();
    PART.matcher(spelt.replace(" ", ""))
        .results()
        .map(part -> BUILDING.matcher(part.group()).replaceFirst("栋"))
        .forEach(parts::add);
    return new PlaceNames(Set.copyOf(sites), Set.copyOf(areas), Set.copyOf(parts));
  }

  /** The text without the names of areas, which say little: most texts of a district have them. */
  static String withoutAreas(String spelt) {
    return AREA.matcher(spelt).replaceAll(" ");
  }

  /** A site of this that {@code other} names too, or nearly so. */
  Optional<String> sharedWith(PlaceNames other) {
    return sites.stream()
        .filter(site -> nearest(site, other.sites) >= Site.ONE_NAME)
        .map(Site::whole)
        .findFirst();
  }

  /** A site of this that stands in the text letter by letter; {@code spelt} like the names. */
  Optional<String> namedIn(String spelt) {
    return sites.stream().map(Site::whole).filter(spelt::contains).findFirst();
  }

  /** The end of a site of this, without words said of any place, that stands in the text. */
  Optional<String> endNamedIn(String spelt) {
    return sites.stream()
        .map(Site::whole)
        .map(site -> site.substring(Math.max(0, site.length() - LONGEST_END)))
        .filter(end -> end.length() >= SHORTEST_END)
        .filter(end -> !Site.startsLikeAnyPlace(end))
        .filter(spelt::contains)
        .findFirst();
  }

  /** Whether both name sites and no two of them are alike. */
  boolean isElsewhere(PlaceNames other) {
    return areElsewhere(sites, other.sites);
  }

  /** Whether both name estates and no two of them are alike, though they may lie at one road. */
  boolean isOtherEstate(PlaceNames other) {
    return areElsewhere(estates(), other.estates());
  }

  private Set<Site> estates() {
    return sites.stream().filter(Site::isEstate).collect(Collectors.toSet());
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
    return WHICH_PART.matcher(part).replaceAll("");
  }

  private static double nearest(Site site, Set<Site> others) {
    return others.stream().mapToDouble(site::likenessTo).max().orElse(0);
  }

  private static boolean areElsewhere(Set<Site> some, Set<Site> others) {
    return !some.isEmpty()
        && !others.isEmpty()
        && some.stream().allMatch(site -> nearest(site, others) < Site.OTHER_NAME);
  }

  /**
   * The name of an estate, a road, a school and so on.
   *
   * @param name what stands before the end
   * @param end what it is: 花园, 路, 小学
   * @param exact its numerals and directions
   */
  record Site(String name, String end, String exact) {

    /** Two are one when they are alike this much [measured]. */
    static final double ONE_NAME = 0.7;

    /** Below this much they are two [measured]. */
    static final double OTHER_NAME = 0.5;

    private static final int SHORTEST_NAME = 2;

    /** 居民, 村民, 城市 and 政府 are no places, and 长期 no phase. */
    private static final String ENDS =
        "(?:小区|社区|花园|公园|广场|家园|名城|新城|中心|大厦|公寓|别墅|街道|大道|大街|路|街|巷|村(?![民委里])|镇|乡(?![镇村])"
            + "|城(?![市乡镇管])|苑|园|湾|(?<!政)府|郡|院|轩|居(?![民住委])|墅|小学|中学|学校|学院|大学|幼儿园|医院|市场|站|号线|桥|河"
            + "|湖|山|水库|公司|集团|超市|酒店|会所|(?<=[0-9一二三四五六七八九十])期)";

    private static final Set<String> ESTATE_ENDS =
        Set.of(
            "小区", "花园", "家园", "名城", "新城", "公寓", "别墅", "大厦", "广场", "城", "苑", "园", "湾", "府", "郡", "轩",
            "居", "墅");

    private static final Pattern SITE = Pattern.compile("[\\p{IsHan}0-9a-z]{2,8}?" + ENDS);

    private static final Pattern END = Pattern.compile(ENDS + "$");

    /** Letters that may be mistaken for one another: all but numerals and directions. */
    private static final Pattern INEXACT = Pattern.compile("[^0-9一二三四五六七八九十东西南北]");

    /**
     * Said of any place: the words before an end that messages about many places have in common.
     */
    private static final String ANY_WORD =
        "(?:小区|社区|住宅|居住|安置|我们|你们|他们|咱们|我家|本人|业主|居民|村民|群众|全体|附近|周边|周围|门口|旁边|对面|楼下"
            + "|学校|中小|公办|公立|民办|民营|私立|普惠性?|配套|就读|幼儿|公司|有限|责任|开发商?|建筑|房地产|物业|管理|服务|供[电水热气]"
            + "|热力|自来水|燃气|电力|电信|环卫|街道|道路|马路|[过大]马|公路|高速|快速|主干|水泥|十字|交叉|断头|必经|过街|人行|立交|高架"
            + "|天桥|步行|商业|公交|公共|汽车|车站|地铁(?![0-9一二三四五六七八九十])|轻轨|高铁|火车|首末|终点|加油|变电|垃圾|搅拌|农贸"
            + "|批发|城市|城乡|城镇|农村|乡镇|全[市区县]|医院|卫生|养老|敬老|中心|政务|整个|其他|最后|这[个条段座里]|那[个条段座里]"
            + "|一[个条段座名]|两[个条]|第[一二三四五六七八九十]|各级?|目前|严重|影响|导致|造成|使得|占用|作为|未经|长期|[该此某])";

    private static final Pattern ANY_PLACE = Pattern.compile(ANY_WORD);

    private static final Pattern BEFORE_NAME = Pattern.compile("^" + ANY_WORD + "+");

    /** Those in a run of letters, but for what is nobody's name: 我们小区, 物业公司, 十字路. */
    static Stream<Site> in(String run) {
      return SITE.matcher(run)
          .results()
          .map(site -> Site.of(BEFORE_NAME.matcher(site.group()).replaceFirst("")))
          .filter(site -> ANY_PLACE.matcher(site.name).replaceAll("").length() >= SHORTEST_NAME);
    }

    private static Site of(String whole) {
      String name = END.matcher(whole).replaceFirst("");
      return new Site(name, whole.substring(name.length()), INEXACT.matcher(whole).replaceAll(""));
    }

    static boolean startsLikeAnyPlace(String text) {
      return ANY_PLACE.matcher(text).lookingAt();
    }

    String whole() {
      return name + end;
    }

    boolean isEstate() {
      return ESTATE_ENDS.contains(end);
    }

    /**
     * How alike two names are, 0 to 1: the share of the characters before their ends that they have
     * in common in one order; not so much that they are one when their ends differ (实验小学, 实验中学);
     * nothing when their numerals or directions do, since the second and the third phase of an
     * estate or 东湖 and 西湖 are two places.
     */
    double likenessTo(Site other) {
      if (!exact.equals(other.exact)) {
        return 0;
      }
      return end.equals(other.end)
          ? sharedInOrder(name, other.name)
          : Math.min(OTHER_NAME, sharedInOrder(whole(), other.whole()));
    }

    /** Longest common subsequence, as a share of both lengths. */
    private static double sharedInOrder(String one, String other) {
      int[] common = new int[other.length() + 1];
      for (int i = 0; i < one.length(); i++) {
        int before = 0;
        for (int j = 1; j <= other.length(); j++) {
          int above = common[j];
          common[j] =
              one.charAt(i) == other.charAt(j - 1) ? before + 1 : Math.max(above, common[j - 1]);
          before = above;
        }
      }
      return 2.0 * common[other.length()] / (one.length() + other.length());
    }
  }
}
