package org.bihuan.acceptance.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How drafts, batches of orders and the end of whole orders are asked for. */
final class OrderRequests {

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  OrderRequests(District district) {
    this.district = district;
    drafts();
    batches();
    byName.put(
        "cancelOrder",
        () ->
            ValidRequest.act(
                Map.of("id", district.issued().orderId()), "{\"reason\": \"重复交办\"}", 200));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void drafts() {
    byName.put(
        "replaceOrderDraft",
        () ->
            ValidRequest.act(
                    Map.of("id", district.orderDraft()),
                    District.orderOf(district.unassigned().problemId()),
                    200)
                .with("If-Match", "*"));
    byName.put(
        "discardOrderDraft",
        () -> ValidRequest.act(Map.of("id", district.orderDraft()), null, 204));
    byName.put(
        "issueOrderDraft", () -> ValidRequest.act(Map.of("id", district.orderDraft()), null, 200));
  }

  private void batches() {
    byName.put(
        "issueOrders",
        () ->
            ValidRequest.act(
                Map.of(),
                "{\"kind\": \"ROUTINE\", \"items\": [{\"problemId\": \"%s\", \"leadUnitCode\": \"%s\"}]}"
                    .formatted(district.unassigned().problemId(), District.UNIT),
                200));
    byName.put(
        "issueOrderDrafts",
        () ->
            ValidRequest.act(
                Map.of(), "{\"draftIds\": [\"%s\"]}".formatted(district.orderDraft()), 200));
  }
}
