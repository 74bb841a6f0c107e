package org.bihuan.dispatch.difficulty.plan;

/** How far a step of a plan has come. */
public enum StepState {
  TO_DO,
  UNDER_WAY,
  DONE
}
