package org.bihuan.contract;

/** Why something goes higher. Difficulty is no matter of conduct: nobody is blamed for it. */
public enum EscalationAxis {
  /** It is beyond what those below can settle (疑难) [brief]. */
  DIFFICULTY
}
