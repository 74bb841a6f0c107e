package org.bihuan.acceptance.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bihuan.acceptance.demo.PlannedPoint.Progress;

/** Draws a {@link DemoPlan}; asks nobody and looks at no clock. */
final class Planner {

  private static final long SEED = 20_261_129;
  private static final int WEEKS = 16;
  private static final int MEETINGS = 26;
  private static final int INSPECTIONS = 112;
  private static final int LEAST = 6;

  /** A box in the middle of the district, far from its bounds. */
  private static final double WEST = 120.34;

  private static final double SOUTH = 36.07;
  private static final double CELL = 0.012;
  private static final int COLUMNS = 5;

  private static final List<String> CHANNELS =
      List.of(
          "HOTLINE_12319",
          "DISTRICT_HOTLINE",
          "DANGQUN_MINIPROGRAM",
          "SUBDISTRICT_STATION",
          "COMMUNITY_STATION",
          "HOTLINE_12345",
          "LETTER_VISIT");

  private final Random random = new Random(SEED);
  private final Vocabulary vocabulary;
  private final List<Area> areas;
  private int number;

  private Planner(Vocabulary vocabulary, List<Area> areas) {
    this.vocabulary = vocabulary;
    this.areas = areas;
  }

  /**
   * Draws one.
   *
   * @param items how many items come on orders, as many as there are fates or more
   */
  static DemoPlan plan(Vocabulary vocabulary, List<Area> areas, int items) {
    return new Planner(vocabulary, areas).draw(items);
  }

  private DemoPlan draw(int items) {
    List<PlannedOrder> orders = orders(items);
    int more = share(items, 150, LEAST);
    return new DemoPlan(
        orders,
        complaints("rule", more, true),
        complaints("desk", share(items, 60, LEAST), false),
        complaints("open", share(items, 24, LEAST), false),
        points(share(items, DemoPlan.POINTS, LEAST), orders),
        share(items, DemoPlan.CADRES, LEAST),
        share(items, MEETINGS, LEAST),
        share(items, INSPECTIONS, LEAST));
  }

  private static int share(int items, int ofAll, int least) {
    return Math.max(least, (int) Math.round((double) items * ofAll / DemoPlan.ITEMS));
  }

  private List<PlannedOrder> orders(int items) {
    List<Fate> fates = Fate.shared(items);
    Collections.shuffle(fates, random);
    Iterator<Fate> next = fates.iterator();
    List<PlannedOrder> orders = new ArrayList<>();
    for (int size : sizes(items)) {
      orders.add(order(orders.size() + 1, size, next));
    }
    return orders;
  }

  /** About fourteen items an order, some more and some fewer. */
  private int[] sizes(int items) {
    int count = share(items, DemoPlan.ORDERS, 1);
    int[] sizes = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = items / count + (i < items % count ? 1 : 0);
    }
    for (int i = 0; i + 1 < count; i += 2) {
      int moved = random.nextInt(7);
      sizes[i] += moved;
      sizes[i + 1] -= moved;
    }
    return sizes;
  }

  private PlannedOrder order(int order, int size, Iterator<Fate> fates) {
    Kind kind = kind();
    String source = source();
    boolean joined = !kind.jointUnits().isEmpty() && random.nextInt(3) > 0;
    List<PlannedItem> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(item(kind, source, fates.next()));
    }
    return new PlannedOrder(
        order,
        order % 10 == 0 ? "BULLETIN" : "SPECIAL",
        source,
        pick(kind.units()),
        joined ? kind.jointUnits() : List.of(),
        items);
  }

  /** Every second order is about what residents say, the others about what was found from above. */
  private String source() {
    List<String> above =
        DemoPlan.BASES.keySet().stream().filter(kind -> !kind.equals("CITIZEN")).sorted().toList();
    return random.nextBoolean() ? "CITIZEN" : pick(above);
  }

  private PlannedItem item(Kind kind, String source, Fate fate) {
    boolean citizen = source.equals("CITIZEN");
    // The desk decides what becomes of it: a category would put it on an order of its own at once.
    PlannedComplaint complaint =
        complaint("item", kind, citizen ? null : source, "OTHER", pick(kind.texts()));
    String again = citizen && random.nextInt(12) == 0 ? pick(CHANNELS) : null;
    return new PlannedItem(number, kind, complaint, fate, again);
  }

  private List<PlannedComplaint> complaints(String what, int count, boolean categoryKnown) {
    List<PlannedComplaint> complaints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Kind kind = kind();
      String text = pick(kind.texts());
      if (categoryKnown) {
        // Every third says nothing of its category: the words tell.
        complaints.add(complaint(what, kind, null, i % 3 == 0 ? null : kind.category(), text));
      } else {
        String words = what.equals("open") && i % 3 == 0 ? "emergencyTexts" : "otherTexts";
        complaints.add(complaint(what, kind, null, "OTHER", vocabulary.word(words, i)));
      }
    }
    return complaints;
  }

  private PlannedComplaint complaint(
      String what, Kind kind, String source, String category, String text) {
    number++;
    Place place = place();
    Duration age = Duration.ofMinutes(10 + random.nextInt(WEEKS * 7 * 24 * 60));
    return new PlannedComplaint(
        "demo-" + what + "-" + number,
        source == null ? pick(CHANNELS) : PlannedComplaint.TEAM_DESK,
        source,
        category,
        what.equals("item") || what.equals("rule") ? kind.subject() : "其他诉求",
        text.formatted(place.address()),
        place,
        source == null ? number : 0,
        source == null ? age : Duration.ofMinutes(number % 300));
  }

  private Place place() {
    int index = random.nextInt(areas.size());
    Area area = areas.get(index);
    return new Place(
        area.name() + pick(vocabulary.places()) + number + "号",
        area.code(),
        pick(area.communities()),
        rounded(WEST + CELL * (index % COLUMNS + random.nextDouble())),
        rounded(SOUTH + CELL * (index / COLUMNS + random.nextDouble())));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private List<PlannedPoint> points(int count, List<PlannedOrder> orders) {
    List<PlannedItem> open =
        new ArrayList<>(
            orders.stream()
                .flatMap(order -> order.items().stream())
                .filter(item -> item.fate() != Fate.CANCELLED)
                .toList());
    Collections.shuffle(open, random);
    return IntStream.rangeClosed(1, count).mapToObj(row -> point(row, open.get(row))).toList();
  }

  /** Every second row is worked on; the others got less far. */
  private PlannedPoint point(int row, PlannedItem item) {
    Progress progress = row % 2 == 0 ? Progress.IN_WORK : Progress.values()[row / 2 % 4];
    boolean own = progress == Progress.IN_WORK;
    Kind kind = own ? item.kind() : kind();
    number++;
    return new PlannedPoint(
        row,
        kind,
        own ? item.complaint().place() : place(),
        "重点区域" + (row % 12 + 1),
        row % 5 == 0 ? null : kind.units().get(0),
        progress,
        own ? item.number() : 0);
  }

  private Kind kind() {
    int all = vocabulary.kinds().stream().mapToInt(Kind::weight).sum();
    int drawn = random.nextInt(all);
    for (Kind kind : vocabulary.kinds()) {
      drawn -= kind.weight();
      if (drawn < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("The weights do not add up.");
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
