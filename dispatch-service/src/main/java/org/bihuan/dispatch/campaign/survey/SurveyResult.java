package org.bihuan.dispatch.campaign.survey;

/** What somebody who looked at a point found. */
public enum SurveyResult {
  NEEDS_WORK,
  /** Nothing is to be done there. */
  NOT_NEEDED
}
