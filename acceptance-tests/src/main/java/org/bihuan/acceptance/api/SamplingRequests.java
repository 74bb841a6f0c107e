package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.acceptance.api.District.Item;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * How lots of re-checks are asked for. A unit has one lot a week, so each is of a unit that no
 * other request speaks of. The stack must take lots of ten.
 */
final class SamplingRequests {

  private static final int MEMBERS = 10;
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);

  /** Not twice by proofs on one stack. */
  private static final Iterator<String> UNITS =
      List.of(
              "AUDIT_BUREAU",
              "STATISTICS_BUREAU",
              "VETERANS_BUREAU",
              "JUSTICE_BUREAU",
              "FINANCE_BUREAU",
              "COMMERCE_BUREAU",
              "INDUSTRY_BUREAU",
              "CIVIL_AFFAIRS_BUREAU",
              "HUMAN_RESOURCES_BUREAU",
              "MEDICAL_INSURANCE_BUREAU",
              "PETITION_BUREAU",
              "ARCHIVES",
              "PARTY_SCHOOL",
              "RED_CROSS",
              "SCIENCE_ASSOCIATION",
              "LITERARY_FEDERATION",
              "TRADE_UNION_FEDERATION",
              "YOUTH_LEAGUE_COMMITTEE",
              "WOMENS_FEDERATION",
              "FEDERATION_OF_INDUSTRY")
          .iterator();

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();
  private JsonNode lot;

  SamplingRequests(District district) {
    this.district = district;
    byName.put("listLots", () -> ValidRequest.list("", lot().path("id").asText()));
    byName.put("getLot", () -> ValidRequest.read(Map.of("id", lot().path("id").asText())));
    byName.put(
        "getSampling",
        () ->
            ValidRequest.read(Map.of())
                .asking("?class=GENERAL&unitCode=" + lot().path("unitCode").asText()));
    byName.put("openLot", () -> ValidRequest.act(Map.of(), planned(), 201));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private synchronized JsonNode lot() {
    if (lot == null) {
      lot =
          district.act(
              Role.SPECIAL_TEAM, ServiceName.INSPECTION, "/api/v1/recheck-lots", planned());
    }
    return lot;
  }

  /** Plans as many re-checks as a lot needs, and says how it is opened. */
  private String planned() {
    String unit = nextUnit();
    for (int i = 0; i < MEMBERS; i++) {
      plan(unit);
    }
    return "{\"unitCode\": \"%s\", \"deadlineClass\": \"GENERAL\"}".formatted(unit);
  }

  private static String nextUnit() {
    synchronized (UNITS) {
      return UNITS.next();
    }
  }

  private void plan(String unit) {
    Item item = district.unassigned();
    Identity handler = Identity.of(Role.UNIT_HANDLER).ofUnit(unit);
    district.act(
        TEAM,
        item,
        "/assignment",
        "{\"leadUnitCode\": \"%s\", \"deadlineClass\": \"GENERAL\"}".formatted(unit));
    district.act(handler, item, "/acknowledgement", "{\"responsiblePerson\": \"王某\"}");
    String reply =
        district.act(handler, item, "/replies", District.finalReply()).path("id").asText();
    district.act(TEAM, item, "/replies/" + reply + "/review", "{\"decision\": \"ACCEPTED\"}");
    district.recheckOf(item);
  }
}
