package org.bihuan.contract;

/** Why personal data was erased. */
public enum ErasureCause {
  /** The time for which it is kept was over. */
  PURGE,
  /** The person wished it. */
  REQUEST
}
