package org.bihuan.acceptance.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.acceptance.api.Answer;

/**
 * What became of each line of a feed. Every line read falls into exactly one of: accepted, already
 * there, settled by a retry, refused, unanswered, unreadable.
 */
final class FeedTally {
  private static final int NAMED = 5;

  private long accepted;
  private long alreadyThere;
  private long settledByRetry;
  private long unreadable;
  private long unanswered;
  private final Map<String, Long> refused = new TreeMap<>();
  private final List<String> firstUnanswered = new ArrayList<>();

  /** An answer that settles the line. */
  synchronized void settled(Answer answer, boolean afterUnknownOutcome) {
    if (answer.status() >= 300) {
      refused.merge((answer.code() + " " + answer.fault()).strip(), 1L, Long::sum);
    } else if (answer.status() == 201 && !answer.isReplayed()) {
      accepted++;
    } else if (afterUnknownOutcome) {
      // Stored by an attempt of this run whose answer was lost, or by an earlier run: nobody can
      // tell which.
      settledByRetry++;
    } else {
      alreadyThere++;
    }
  }

  /** No answer that settles it came in time; whether it is stored is unknown. */
  synchronized void unanswered(String id, String last) {
    unanswered++;
    if (firstUnanswered.size() < NAMED) {
      firstUnanswered.add(id + " (" + last + ")");
    }
  }

  synchronized void unreadable() {
    unreadable++;
  }

  synchronized long read() {
    return accepted + alreadyThere + settledByRetry + refusals() + unanswered + unreadable;
  }

  /** Complaints that the service has said it holds. */
  synchronized long held() {
    return accepted + alreadyThere + settledByRetry;
  }

  synchronized long refusals() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized boolean everyLineIsSettled() {
    return unanswered == 0;
  }

  /** One line for each outcome. */
  synchronized String toText() {
    StringBuilder text = new StringBuilder();
    add(text, "read", read());
    add(text, "accepted", accepted);
    add(text, "already there", alreadyThere);
    add(text, "settled by a retry", settledByRetry);
    add(text, "refused", refusals());
    refused.forEach((code, count) -> add(text, "  " + code, count));
    add(text, "unreadable", unreadable);
    add(text, "unanswered", unanswered);
    if (!firstUnanswered.isEmpty()) {
      text.append("  first unanswered: ").append(String.join(", ", firstUnanswered)).append('\n');
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String label, long count) {
    text.append(String.format("  %-40s%8d%n", label, count));
  }
}
