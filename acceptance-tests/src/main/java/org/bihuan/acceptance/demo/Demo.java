package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.layout.ServiceName;

/** Fills a running stack, once. */
public final class Demo {

  /** Fewer items could not show every state. */
  public static final int FEWEST_ITEMS = 40;

  private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");
  private static final int AT_ONE_MEETING = 6;
  private static final Map<String, Object> MARKER =
      Map.of(
          "channel", PlannedComplaint.TEAM_DESK,
          "sourceRef", "demo-district",
          "sourceKind", "SPECIAL_TEAM",
          "categoryCode", "OTHER",
          "text", "示例数据标记: 此后登记的诉求、督办单、会议和督查都由 ./bihuan demo 生成");

  private final DemoTally tally = new DemoTally();
  private final Client client;
  private final Acts acts;
  private final Workers workers;
  private final Vocabulary vocabulary = Vocabulary.shipped();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final LocalDate today = LocalDate.ofInstant(now, DISTRICT);

  /**
   * Prepares it.
   *
   * @param concurrency requests under way at the same time
   */
  public Demo(Client client, int concurrency) {
    this.client = client;
    this.acts = new Acts(client, tally);
    this.workers = new Workers(concurrency, tally);
  }

  /** What became of a run. */
  public enum Ending {
    FILLED,
    ALREADY_FILLED,
    /** Something was refused or not answered, now or in an earlier run that did not finish. */
    INCOMPLETE
  }

  /**
   * Fills the stack, or says that it was filled before and adds nothing.
   *
   * @param items how many items come on orders, {@link #FEWEST_ITEMS} or more
   */
  public Ending fill(int items) {
    Intake intake = new Intake(acts, vocabulary, now);
    JsonNode marker = acts.post(People.TEAM, ServiceName.INTAKE, "/api/v1/complaints", MARKER);
    if (marker.path("receivedAt").asText().compareTo(now.minusSeconds(1).toString()) < 0) {
      return found(marker);
    }
    fill(items, intake);
    if (tally.isClean()) {
      intake.decide(marker, "rejection", Map.of("reason", "示例数据标记"));
    }
    System.out.print(tally.toText());
    new DemoFigures(client).print();
    return tally.isClean() ? Ending.FILLED : Ending.INCOMPLETE;
  }

  private static Ending found(JsonNode marker) {
    boolean finished = marker.path("status").asText().equals("REJECTED");
    System.out.printf(
        "This stack was filled before, beginning at %s with complaint %s; nothing was added.%n",
        marker.path("receivedAt").asText(), marker.path("serial").asText());
    if (!finished) {
      System.out.println("That run did not end well. To fill it anew, begin with no data.");
    }
    return finished ? Ending.ALREADY_FILLED : Ending.INCOMPLETE;
  }

  private void fill(int items, Intake intake) {
    List<Area> areas = areas();
    DemoPlan plan = Planner.plan(vocabulary, areas, items);
    Organisation organisation = new Organisation(acts, areas, today);
    workers.inOrder("leaders, duties, postings", List.of(plan.cadres()), organisation::fill);
    Ordering ordering = new Ordering(acts, intake, today);
    workers.each("problems for orders", plan.items(), ordering::file);
    workers.inOrder("orders", plan.orders(), ordering::issue);
    List<HeldItem> held = ordering.held(plan);
    campaign(plan, held);
    handle(plan, held);
    workers.each("problems by rule", plan.byRule(), intake::registerByRule);
    workers.each("problems without a unit", plan.unassigned(), intake::fileUnassigned);
    workers.each(
        "complaints for the desk",
        numbers(plan.onDesk().size()),
        turn -> intake.registerForDesk(plan.onDesk().get(turn), turn));
    Inspections inspections = new Inspections(acts, vocabulary, areas, now);
    workers.each("inspections", numbers(plan.inspections()), inspections::inspect);
  }

  private void campaign(DemoPlan plan, List<HeldItem> held) {
    Campaigning campaign = new Campaigning(acts, vocabulary, today);
    Map<Integer, HeldItem> byNumber =
        held.stream().collect(Collectors.toMap(HeldItem::number, Function.identity()));
    workers.inOrder("campaign", List.of(plan.points()), campaign::begin);
    workers.each("points", plan.points(), point -> campaign.follow(point, byNumber));
  }

  private void handle(DemoPlan plan, List<HeldItem> held) {
    UnitWork work = new UnitWork(acts, vocabulary);
    ItemLife life = new ItemLife(work, new Rechecking(acts, vocabulary), vocabulary, today);
    workers.each("items", held, life::live);
    Meetings meetings = new Meetings(acts, life, vocabulary, now, today);
    workers.each("meetings about items", agendas(held), meetings::coordinate);
    workers.each("other meetings", numbers(plan.meetings()), meetings::convene);
  }

  /** Complex items, several to a meeting, those of one unit together. */
  private static List<List<HeldItem>> agendas(List<HeldItem> held) {
    List<HeldItem> complex =
        held.stream()
            .filter(item -> item.fate().isComplex())
            .sorted(Comparator.comparing(HeldItem::leadUnit))
            .toList();
    List<List<HeldItem>> agendas = new ArrayList<>();
    for (int i = 0; i < complex.size(); i += AT_ONE_MEETING) {
      agendas.add(complex.subList(i, Math.min(complex.size(), i + AT_ONE_MEETING)));
    }
    return agendas;
  }

  private List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    String path = "/api/v1/public/subdistricts";
    for (JsonNode subdistrict : acts.get(People.TEAM, ServiceName.INTAKE, path)) {
      String code = subdistrict.path("code").asText();
      List<String> communities = new ArrayList<>();
      acts.get(
              People.TEAM, ServiceName.INTAKE, "/api/v1/public/communities?subdistrictCode=" + code)
          .forEach(community -> communities.add(community.path("code").asText()));
      areas.add(new Area(code, subdistrict.path("name").asText(), communities));
    }
    areas.sort(Comparator.comparing(Area::code));
    return areas;
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
