package org.bihuan.dispatch.history;

import org.bihuan.dispatch.item.Step;

/** Something beside the item that a step of it begins, moves or ends, in the same transaction. */
public interface StepFollower {

  /** The step was taken and is written down. */
  void follow(Step step);
}
