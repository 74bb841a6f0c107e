package org.bihuan.acceptance.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Reads back from the services what a feed has led to, and tells whether everything is accounted
 * for.
 */
final class FeedReconciliation {
  private static final List<String> STATUSES =
      List.of("RECEIVED", "FILED", "MERGED", "HANDED_OVER", "REJECTED", "WITHDRAWN");
  private static final String COMPLAINTS = "/api/v1/complaints?channel=" + HotlineCall.CHANNEL;
  private static final String PROBLEMS = "/api/v1/problems";
  private static final String ITEMS = "/api/v1/order-items";
  private static final long STEP_MILLIS = 500;
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM).called("feed-reconciliation");

  private final Client client;

  FeedReconciliation(Client client) {
    this.client = client;
  }

  /**
   * Prints the figures.
   *
   * @param patience how long order items may take to catch up with problems
   * @return true when every line is settled, every complaint that was answered is found and each
   *     problem has its item
   */
  boolean print(FeedTally tally, Duration patience) throws IOException, InterruptedException {
    long complaints = client.total(TEAM, ServiceName.INTAKE, COMPLAINTS);
    Map<String, Long> byStatus = new LinkedHashMap<>();
    for (String status : STATUSES) {
      byStatus.put(
          status, client.total(TEAM, ServiceName.INTAKE, COMPLAINTS + "&status=" + status));
    }
    System.out.printf("Complaints of channel %s in intake%n", HotlineCall.CHANNEL);
    row("all", complaints);
    byStatus.forEach(FeedReconciliation::row);
    if (byStatus.get("RECEIVED") > 0) {
      System.out.println("Waiting on the desk");
      whyWaiting().forEach(FeedReconciliation::row);
    }
    Loop loop = settledLoop(patience);
    System.out.println("The loop, all channels");
    row("problems", loop.problems());
    row("order items", loop.items());
    row(
        "order items UNASSIGNED (no rule names a unit)",
        client.total(TEAM, ServiceName.DISPATCH, ITEMS + "?status=UNASSIGNED"));
    return isAccounted(
            "lines without an answer; run the same feed again", !tally.everyLineIsSettled())
        & isAccounted("complaints were answered and are not found", complaints < tally.held())
        & isAccounted("order items and problems differ", loop.problems() != loop.items());
  }

  private Map<String, Long> whyWaiting() throws IOException, InterruptedException {
    Map<String, Long> reasons = new TreeMap<>();
    String query = COMPLAINTS + "&status=RECEIVED&limit=200";
    String page = query;
    while (page != null) {
      JsonNode answer = client.get(TEAM, ServiceName.INTAKE, page);
      for (JsonNode complaint : answer.path("items")) {
        reasons.merge(complaint.path("waitingFor").asText(), 1L, Long::sum);
      }
      String cursor = answer.path("nextCursor").asText(null);
      page = cursor == null ? null : query + "&cursor=" + cursor;
    }
    return reasons;
  }

  private Loop settledLoop(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Loop loop = loop();
    while (loop.problems() != loop.items() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
      loop = loop();
    }
    return loop;
  }

  private Loop loop() throws IOException, InterruptedException {
    return new Loop(
        client.total(TEAM, ServiceName.INTAKE, PROBLEMS),
        client.total(TEAM, ServiceName.DISPATCH, ITEMS));
  }

  private static boolean isAccounted(String what, boolean wrong) {
    if (wrong) {
      System.out.println("NOT ACCOUNTED FOR: " + what + ".");
    }
    return !wrong;
  }

  private static void row(String label, long count) {
    System.out.printf("  %-60s%8d%n", label, count);
  }

  private record Loop(long problems, long items) {}
}
