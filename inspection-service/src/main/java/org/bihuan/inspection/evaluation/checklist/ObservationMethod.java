package org.bihuan.inspection.evaluation.checklist;

/** How an item of a checklist is looked at [public]. */
public enum ObservationMethod {
  /** On the spot (实地考察). */
  ON_SITE,
  /** By asking residents (问卷调查). */
  QUESTIONNAIRE,
  /** In papers (材料审核). */
  DOCUMENTS
}
