package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;

/** Inspections of the three tiers and field studies, with what they find. */
final class Inspections {

  private static final String INSPECTIONS = "/api/v1/inspections";
  private static final String LINE = "CITY_APPEARANCE";
  private static final int STOPS = 3;
  private static final List<String> AREA_METHODS = List.of("UNANNOUNCED", "ANNOUNCED", "COVERT");

  private final Acts acts;
  private final Vocabulary vocabulary;
  private final List<Area> areas;
  private final Instant now;

  Inspections(Acts acts, Vocabulary vocabulary, List<Area> areas, Instant now) {
    this.acts = acts;
    this.vocabulary = vocabulary;
    this.areas = areas;
    this.now = now;
  }

  /** Who goes, on which tier. */
  private enum Tier {
    AREA(People.TEAM),
    FRONTLINE(People.TOP_LEADER),
    LINE(People.lineLeader(Inspections.LINE));

    private final Identity leader;

    Tier(Identity leader) {
      this.leader = leader;
    }
  }

  void inspect(int number) {
    Tier tier = Tier.values()[number % Tier.values().length];
    boolean ahead = number % 10 == 9;
    JsonNode planned =
        acts.post(tier.leader, ServiceName.INSPECTION, INSPECTIONS, body(tier, number, ahead));
    String path = INSPECTIONS + "/" + planned.path("id").asText();
    if (ahead) {
      return;
    }
    if (number == 4) {
      act(tier, path + "/cancellation", Map.of("reason", "天气原因改期"));
      return;
    }
    act(tier, path + "/start", null);
    for (int stop = 1; stop <= STOPS; stop++) {
      call(tier, path + "/stops/" + stop, number + stop);
    }
    if (number % 3 == 0) {
      find(tier, path, number);
    }
    if (number % 10 != 5) {
      act(tier, path + "/conclusion", Map.of("summary", vocabulary.word("conclusion")));
    }
  }

  private void call(Tier tier, String stop, int turn) {
    if (turn % 17 == 0) {
      act(tier, stop + "/skip", Map.of("reason", "道路施工，无法到达"));
    } else {
      String arrivedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      act(tier, stop + "/visit", Map.of("arrivedAt", arrivedAt));
    }
  }

  private void find(Tier tier, String path, int number) {
    Kind kind = vocabulary.kinds().get(number % vocabulary.kinds().size());
    String text = kind.texts().get(number % kind.texts().size());
    act(
        tier,
        path + "/findings",
        Map.of(
            "stop", 1,
            "title", kind.subject(),
            "description", text.formatted(place(number, 1)),
            "categoryCode", kind.category()));
  }

  private Map<String, Object> body(Tier tier, int number, boolean ahead) {
    boolean study = number % 9 < 5;
    String method = study ? "FIELD_STUDY" : AREA_METHODS.get(number % AREA_METHODS.size());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tier", tier.name());
    if (tier == Tier.LINE) {
      body.put("lineCode", LINE);
    }
    body.put("method", method);
    body.put("focus", vocabulary.word("inspectionFocus", number));
    body.put("purpose", vocabulary.word("inspectionPurpose"));
    body.put("plannedFor", (ahead ? now.plus(Duration.ofDays(2)) : now).toString());
    List<Map<String, Object>> stops = new ArrayList<>();
    for (int stop = 1; stop <= STOPS; stop++) {
      String code = area(number, stop).code();
      stops.add(Map.of("subdistrictCode", code, "place", place(number, stop)));
    }
    body.put("stops", stops);
    return body;
  }

  private Area area(int number, int stop) {
    return areas.get((number + stop * 7) % areas.size());
  }

  private String place(int number, int stop) {
    List<String> places = vocabulary.places();
    return area(number, stop).name()
        + places.get((number + stop) % places.size())
        + (number * STOPS + stop)
        + "号";
  }

  private JsonNode act(Tier tier, String path, Object body) {
    return acts.post(tier.leader, ServiceName.INSPECTION, path, body);
  }
}
