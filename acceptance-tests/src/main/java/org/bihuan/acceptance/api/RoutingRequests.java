package org.bihuan.acceptance.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How the operations on rule sets and rulings are asked so that they do their work. A set that is
 * activated is a copy without changes, and a precedent is for a category of its own: neither routes
 * the items of other proofs elsewhere.
 */
final class RoutingRequests {

  private static final String WITHDRAWAL = "{\"reason\": \"职责已划转\"}";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  RoutingRequests(District district) {
    this.district = district;
    ruleSets();
    rulings();
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void ruleSets() {
    byName.put("listRoutingRuleSets", () -> ValidRequest.read(Map.of()));
    byName.put("getRoutingRuleSet", () -> ValidRequest.read(id(district.ruleSet())));
    byName.put(
        "createRoutingRuleSet", () -> ValidRequest.act(Map.of(), "{\"title\": \"职责调整\"}", 201));
    byName.put(
        "rehearseRoutingRuleSet",
        () -> ValidRequest.act(id(district.ruleSet()), null, 200).asking("?days=7"));
    byName.put("activateRoutingRuleSet", () -> ValidRequest.act(id(district.ruleSet()), "{}", 200));
  }

  private void rulings() {
    byName.put(
        "ruleOnReturn",
        () -> {
          District.Request disputed = district.disputed();
          return ValidRequest.act(
              Map.of("id", disputed.itemId(), "requestId", disputed.id()),
              District.ruling(false),
              201);
        });
    byName.put("listRulings", () -> ValidRequest.list("?limit=200", district.precedent()));
    byName.put("getRuling", () -> ValidRequest.read(id(district.precedent())));
    byName.put("withdrawRuling", () -> ValidRequest.act(id(district.precedent()), WITHDRAWAL, 200));
  }

  private static Map<String, String> id(String id) {
    return Map.of("id", id);
  }
}
