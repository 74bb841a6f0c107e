package org.bihuan.intake.webhook;

import java.util.Locale;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.intake.tracking.PublicStatus;

/** What a channel can be told of one of its complaints, and where its reporter then sees it. */
public enum ChannelEvent {
  /** It became a problem of its own, at once, by the desk, or by a split. */
  COMPLAINT_FILED(PublicStatus.of(ProblemStatus.OPEN)),
  /** It joined a problem that was there, or went along with its own. */
  COMPLAINT_MERGED(PublicStatus.of(ProblemStatus.OPEN)),
  COMPLAINT_HANDED_OVER(PublicStatus.REJECTED),
  COMPLAINT_REJECTED(PublicStatus.REJECTED),
  COMPLAINT_WITHDRAWN(PublicStatus.WITHDRAWN),
  /** A unit was given its problem, with a limit; again when another one is. */
  PROBLEM_DISPATCHED(ProblemStatus.DISPATCHED),
  /** The unit has given its final reply, which nobody has looked at yet. */
  PROBLEM_REPLIED(ProblemStatus.REPLIED),
  /** The reply was returned, or the re-check failed. */
  PROBLEM_REWORK(ProblemStatus.REWORK),
  PROBLEM_WRITTEN_OFF(ProblemStatus.WRITTEN_OFF),
  PROBLEM_CANCELLED(ProblemStatus.CANCELLED);

  /** {@code null} where it is about a complaint alone. */
  private final ProblemStatus problem;

  private final PublicStatus shown;

  ChannelEvent(PublicStatus shown) {
    this.problem = null;
    this.shown = shown;
  }

  ChannelEvent(ProblemStatus problem) {
    this.problem = problem;
    this.shown = PublicStatus.of(problem);
  }

  /** Where its reporter sees the complaint once it is so. */
  public PublicStatus shown() {
    return shown;
  }

  /** Whether it is so of a problem in this state. */
  public boolean isTrueOf(ProblemStatus status) {
    return problem == status;
  }

  /** Whether it is about one complaint rather than all of a problem. */
  public boolean isOfComplaint() {
    return problem == null;
  }

  /** Whether the complaint belongs to a problem from then on, or still does. */
  public boolean showsProblem() {
    return shown == PublicStatus.IN_PROGRESS || problem != null;
  }

  /** As {@code type} of a call names it, such as {@code problem.written-off}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }
}
