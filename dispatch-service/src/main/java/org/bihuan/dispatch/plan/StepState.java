package org.bihuan.dispatch.plan;

/** How far a step of a plan has come. */
public enum StepState {
  TO_DO,
  UNDER_WAY,
  DONE
}
