package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.localstack.layout.ServiceName;

/** Puts made-up people in the places of the district: leaders, their duties, posted cadres. */
final class Organisation {

  private static final List<String> BODIES =
      List.of(
          "PARTY_COMMITTEE", "GOVERNMENT", "PEOPLES_CONGRESS", "POLITICAL_CONSULTATIVE_CONFERENCE");
  private static final int DAYS_IN_OFFICE = 300;

  private final Acts acts;
  private final List<Area> areas;
  private final LocalDate since;

  Organisation(Acts acts, List<Area> areas, LocalDate today) {
    this.acts = acts;
    this.areas = areas;
    this.since = today.minusDays(DAYS_IN_OFFICE);
  }

  /** The leader of a number, from 1 to as many as there are sub-districts. */
  static String leader(int number) {
    return "DEMO_LEADER_%02d".formatted(number);
  }

  void fill(int cadres) {
    for (int number = 1; number <= areas.size(); number++) {
      create(
          "/api/v1/leaders",
          Map.of(
              "code",
              leader(number),
              "name",
              "测试领导" + number,
              "post",
              "区级领导(示例)",
              "bodyCode",
              BODIES.get(number % BODIES.size())));
    }
    duty("CO_HEAD", leader(1), Map.of());
    duty("CO_HEAD", leader(2), Map.of());
    List<JsonNode> lines = all("/api/v1/work-lines");
    for (int i = 0; i < lines.size(); i++) {
      duty("LINE", leader(i + 1), Map.of("lineCode", lines.get(i).path("code").asText()));
    }
    List<JsonNode> groups = all("/api/v1/frontline-groups");
    for (int i = 0; i < groups.size() && i < areas.size(); i++) {
      duty(
          "FRONTLINE_GROUP",
          leader(i + 1),
          Map.of("groupCode", groups.get(i).path("code").asText()));
    }
    for (int i = 0; i < areas.size(); i++) {
      create(
          "/api/v1/duties",
          Map.of(
              "kind", "AREA",
              "bodyCode", BODIES.get(i % BODIES.size()),
              "subdistrictCode", areas.get(i).code()));
    }
    postings(cadres);
  }

  private void postings(int cadres) {
    List<String> units =
        all("/api/v1/units?kind=DISTRICT_UNIT&active=true&limit=200").stream()
            .map(unit -> unit.path("code").asText())
            .sorted()
            .toList();
    List<String> sheet = new ArrayList<>(List.of("姓名,人员编号,职务,单位,下沉街道,开始日期"));
    for (int i = 0; i < cadres; i++) {
      sheet.add(
          "测试干部%04d,DEMO-%04d,科员,%s,%s,%s"
              .formatted(
                  i + 1,
                  i + 1,
                  units.get(i % units.size()),
                  areas.get(i % areas.size()).code(),
                  since));
    }
    acts.importSheet(People.ADMIN, ServiceName.DISPATCH, "/api/v1/postings/import", sheet);
  }

  private void duty(String kind, String leader, Map<String, Object> more) {
    Map<String, Object> duty = new HashMap<>(more);
    duty.put("kind", kind);
    duty.put("leaderCode", leader);
    create("/api/v1/duties", duty);
  }

  private void create(String path, Map<String, Object> body) {
    Map<String, Object> dated = new HashMap<>(body);
    dated.put("validFrom", since.toString());
    try {
      acts.post(People.ADMIN, ServiceName.DISPATCH, path, dated);
    } catch (NotDone e) {
      // On the tally; the others can still be put in their places.
    }
  }

  private List<JsonNode> all(String path) {
    JsonNode answer = acts.get(People.ADMIN, ServiceName.DISPATCH, path);
    JsonNode rows = answer.isArray() ? answer : answer.path("items");
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
