package org.bihuan.acceptance.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of labelled messages. */
final class Evaluation {

  private final Map<String, Integer> waiting = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int messages;
  private int filed;
  private int right;
  private int notOurs;
  private int ofNine;

  /**
   * Counts one message.
   *
   * @param waitingFor why it waits, or empty when it filed itself
   */
  void add(Label label, String categoryCode, String waitingFor) {
    messages++;
    ofNine += label.category().equals("OTHER") ? 0 : 1;
    if (!waitingFor.isEmpty()) {
      waiting.merge(waitingFor, 1, Integer::sum);
      return;
    }
    filed++;
    notOurs += label.scope().equals("OTHER_BODY") ? 1 : 0;
    if (label.admits(categoryCode)) {
      right++;
    } else {
      wrong.add(
          "  wrong: %s as %s, labelled %s".formatted(label.id(), categoryCode, label.category()));
    }
  }

  /** Share of those filed by themselves that are right; 1 when none was filed. */
  double precision() {
    return filed == 0 ? 1 : (double) right / filed;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("messages=%d of one of the nine categories=%d".formatted(messages, ofNine));
    lines.add("waiting=%s".formatted(waiting));
    lines.addAll(wrong);
    lines.add(
        "filed=%d right=%d precision=%.2f another body's=%d recall=%.2f"
            .formatted(
                filed, right, precision(), notOurs, ofNine == 0 ? 0 : (double) right / ofNine));
    return lines;
  }
}
