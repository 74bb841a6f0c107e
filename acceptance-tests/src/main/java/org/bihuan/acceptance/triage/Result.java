package org.bihuan.acceptance.triage;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What intake made of a labelled message.
 *
 * @param filed whether it became a problem, or joined one, without anyone's hand
 * @param waitingFor why it waits, or empty
 * @param category the likeliest one, were it ours
 * @param confidence in the category
 * @param scope OURS, OTHER_BODY or UNCLEAR
 * @param scopeConfidence in the scope
 * @param body the likeliest other body, or empty
 */
record Result(
    Label label,
    boolean filed,
    String waitingFor,
    String category,
    double confidence,
    String scope,
    double scopeConfidence,
    String intent,
    String body) {

  static Result of(Label label, JsonNode complaint) {
    JsonNode recognised = complaint.path("recognised");
    String status = complaint.path("status").asText();
    return new Result(
        label,
        status.equals("FILED") || status.equals("MERGED"),
        complaint.path("waitingFor").asText(""),
        complaint.path("categoryCode").asText(),
        complaint.path("categoryConfidence").asDouble(),
        recognised.path("scope").asText(),
        recognised.path("scopeConfidence").asDouble(),
        recognised.path("intent").asText(),
        recognised.path("likelyBodyCode").asText(""));
  }

  boolean isExact() {
    return label.isOurs() && category.equals(label.category());
  }
}
