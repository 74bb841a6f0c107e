package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.demo.PlannedPoint.Progress;
import org.bihuan.localstack.layout.ServiceName;

/** The campaign 187攻坚: its target list as a sheet, surveys, and the items that work on it. */
final class Campaigning {

  static final String CODE = "DEMO_187";

  private static final String CAMPAIGNS = "/api/v1/campaigns";
  private static final int DAYS = 112;

  private final Acts acts;
  private final Vocabulary vocabulary;
  private final LocalDate today;
  private final Map<String, String> pointIds = new HashMap<>();
  private String address;

  Campaigning(Acts acts, Vocabulary vocabulary, LocalDate today) {
    this.acts = acts;
    this.vocabulary = vocabulary;
    this.today = today;
  }

  /** Makes the campaign and imports its list. */
  void begin(List<PlannedPoint> points) {
    JsonNode campaign =
        acts.post(
            People.TEAM,
            ServiceName.DISPATCH,
            CAMPAIGNS,
            Map.of(
                "code", CODE,
                "name", "187攻坚(示例)",
                "categories", vocabulary.kinds().stream().map(Kind::category).toList(),
                "from", today.minusDays(DAYS).toString(),
                "to", today.plusDays(DAYS).toString(),
                "target", points.size()));
    address = CAMPAIGNS + "/" + campaign.path("id").asText();
    List<String> sheet =
        new ArrayList<>(List.of("编号,地址,点位名称,街道,问题类别,重点区域,责任单位,整改措施,责任人,完成时限,资金估算"));
    points.forEach(point -> sheet.add(row(point)));
    acts.importSheet(People.TEAM, ServiceName.DISPATCH, address + "/target-list", sheet);
    rememberIds();
  }

  private void rememberIds() {
    String cursor = null;
    do {
      JsonNode page =
          acts.get(
              People.TEAM,
              ServiceName.DISPATCH,
              address + "/points?limit=200" + (cursor == null ? "" : "&cursor=" + cursor));
      page.path("items")
          .forEach(point -> pointIds.put(point.path("number").asText(), point.path("id").asText()));
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
  }

  private String row(PlannedPoint point) {
    boolean planned = point.progress().hasPlan();
    Kind kind = point.kind();
    return String.join(
        ",",
        String.valueOf(point.number()),
        point.place().address(),
        "示例点位" + point.number(),
        point.place().subdistrictCode(),
        kind.category(),
        point.keyArea(),
        point.unit() == null ? "" : point.unit(),
        planned ? String.join("；", kind.steps()) : "",
        planned ? "测试责任人" + point.number() : "",
        planned ? today.plusDays(2 + point.number() % 60).toString() : "",
        planned ? String.valueOf(point.number() * 300) : "");
  }

  /** Surveys a point, and ties the item to it by which it is worked on. */
  void follow(PlannedPoint point, Map<Integer, HeldItem> items) {
    Progress progress = point.progress();
    if (progress == Progress.LISTED || progress == Progress.PLANNED) {
      return;
    }
    String path = address + "/points/" + pointIds.get(String.valueOf(point.number()));
    String finding = point.kind().texts().get(0).formatted(point.place().address());
    boolean needless = progress == Progress.NOT_NEEDED;
    acts.post(
        People.TEAM,
        ServiceName.DISPATCH,
        path + "/surveys",
        needless
            ? Map.of("result", "NOT_NEEDED", "finding", "现场查看，未见问题", "reason", "已自行整改")
            : Map.of("result", "NEEDS_WORK", "finding", finding));
    if (items.containsKey(point.item())) {
      acts.post(
          People.TEAM,
          ServiceName.DISPATCH,
          path + "/item",
          Map.of("orderItemId", items.get(point.item()).id()));
    }
  }
}
