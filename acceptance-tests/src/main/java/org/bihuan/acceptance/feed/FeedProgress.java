package org.bihuan.acceptance.feed;

import java.time.Duration;

/** Shows how far a feed is: a bar on a terminal, a line now and then elsewhere. */
final class FeedProgress {
  private static final int BAR = 30;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final boolean terminal = System.console() != null;
  private final long lines;
  private final long begin = System.nanoTime();
  private long lastLine = begin;

  /**
   * @param lines how many there are to send
   */
  FeedProgress(long lines) {
    this.lines = lines;
  }

  void show(FeedTally tally) {
    long now = System.nanoTime();
    if (terminal) {
      System.out.print("\r" + bar(tally.read()) + " " + figures(tally, now));
      System.out.flush();
    } else if (now - lastLine >= BETWEEN_LINES.toNanos()) {
      lastLine = now;
      System.out.println(figures(tally, now));
    }
  }

  /** Leaves the line of the bar. */
  void end() {
    if (terminal) {
      System.out.println();
    }
  }

  private String bar(long read) {
    int full = lines == 0 ? BAR : (int) (BAR * read / lines);
    return "[" + "#".repeat(full) + " ".repeat(BAR - full) + "]";
  }

  private String figures(FeedTally tally, long now) {
    double seconds = Math.max(1e-3, (now - begin) / 1e9);
    return String.format(
        "%d of %d, %.0f/s, refused %d",
        tally.read(), lines, tally.read() / seconds, tally.refusals());
  }
}
