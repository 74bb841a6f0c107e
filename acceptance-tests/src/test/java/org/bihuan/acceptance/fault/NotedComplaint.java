package org.bihuan.acceptance.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** One complaint as its sender knows it: noted before it is sent, completed by the answer. */
final class NotedComplaint {

  private final String sourceRef;
  private final boolean goesRound;
  private volatile Answer answer;

  /**
   * @param sourceRef the sender's own number, which is its request key as well
   * @param goesRound whether its problem is taken through the whole loop afterwards
   */
  NotedComplaint(String sourceRef, boolean goesRound) {
    this.sourceRef = sourceRef;
    this.goesRound = goesRound;
  }

  /** What intake said it had done, and when the sender heard it. */
  record Answer(UUID complaintId, UUID problemId, Instant at) {}

  String sourceRef() {
    return sourceRef;
  }

  boolean goesRound() {
    return goesRound;
  }

  /** {@code null} while nobody has answered. */
  Answer answer() {
    return answer;
  }

  Answer answered(JsonNode complaint) {
    answer =
        new Answer(
            UUID.fromString(complaint.path("id").asText()),
            UUID.fromString(complaint.path("problemId").asText()),
            Instant.now());
    return answer;
  }
}
