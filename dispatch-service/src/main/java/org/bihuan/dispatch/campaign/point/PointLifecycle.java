package org.bihuan.dispatch.campaign.point;

import static org.bihuan.dispatch.campaign.point.PointStatus.IN_WORK;
import static org.bihuan.dispatch.campaign.point.PointStatus.LISTED;
import static org.bihuan.dispatch.campaign.point.PointStatus.NOT_NEEDED;
import static org.bihuan.dispatch.campaign.point.PointStatus.SURVEYED;

import java.util.Set;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.lifecycle.TransitionTable;

/** The life of a point: looked at first, planned, and only then worked on. */
final class PointLifecycle {

  private static final TransitionTable<PointStatus, PointAction> STEPS =
      TransitionTable.<PointStatus, PointAction>of(PointStatus.class)
          .step(LISTED, PointAction.CORRECT, LISTED)
          .step(LISTED, PointAction.PLAN, LISTED)
          .step(LISTED, PointAction.SURVEY, SURVEYED)
          .step(LISTED, PointAction.DISMISS, NOT_NEEDED)
          .step(SURVEYED, PointAction.PLAN, SURVEYED)
          .step(SURVEYED, PointAction.SURVEY, SURVEYED)
          .step(SURVEYED, PointAction.DISMISS, NOT_NEEDED)
          .step(SURVEYED, PointAction.START, IN_WORK)
          .step(NOT_NEEDED, PointAction.SURVEY, SURVEYED)
          .step(NOT_NEEDED, PointAction.DISMISS, NOT_NEEDED)
          .step(IN_WORK, PointAction.RELEASE, SURVEYED)
          .build();

  private PointLifecycle() {}

  /** What can be done to a point; who may, its operation says. */
  enum PointAction implements Action {
    /** The list says it otherwise than before. */
    CORRECT,
    /** What is to be done, until when. */
    PLAN,
    /** Somebody was there, and something is to be done. */
    SURVEY,
    /** Somebody was there, and nothing is to be done. */
    DISMISS,
    /** An order item is there for it, or again. */
    START,
    /** Its item was cancelled, or left the campaign. */
    RELEASE;

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }

  /**
   * State after {@code action}.
   *
   * @throws org.bihuan.kit.lifecycle.IllegalTransition when the table has no such step
   */
  static PointStatus next(PointStatus status, PointAction action) {
    return STEPS.next(status, action);
  }

  /** Whether the step is possible. */
  static boolean allows(PointStatus status, PointAction action) {
    return STEPS.allows(status, action);
  }
}
