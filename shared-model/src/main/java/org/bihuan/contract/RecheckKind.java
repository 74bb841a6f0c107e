package org.bihuan.contract;

/** Why somebody looks again at what was fixed. */
public enum RecheckKind {
  /** 回头看: a final reply was accepted; it decides about the write-off. */
  AFTER_REPLY,
  /** 抽查回访: drawn at random among what was written off, to see whether it lasts. */
  LOOK_BACK,
  /** 群众反馈复查: a reporter says that what was written off is not solved. */
  FEEDBACK
}
