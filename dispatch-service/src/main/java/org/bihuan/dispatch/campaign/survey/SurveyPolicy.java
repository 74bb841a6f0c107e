package org.bihuan.dispatch.campaign.survey;

import org.bihuan.kit.refusal.Invalid;

/** What a survey must say. */
final class SurveyPolicy {

  private SurveyPolicy() {}

  /**
   * Who says that nothing is to be done says why.
   *
   * @throws Invalid when the reason is missing, or is one too many
   */
  static void check(NewSurvey survey) {
    boolean dismisses = survey.result() == SurveyResult.NOT_NEEDED;
    if (dismisses && survey.reason() == null) {
      throw new Invalid("reason", "required");
    }
    if (!dismisses && survey.reason() != null) {
      throw new Invalid("reason", "reason-without-dismissal");
    }
  }
}
