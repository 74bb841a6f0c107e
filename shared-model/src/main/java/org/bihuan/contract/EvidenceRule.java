package org.bihuan.contract;

/** How much a category of problems asks for one kind of {@link Evidence}. */
public enum EvidenceRule {
  /** Without it, and without a waiver, nothing is written off. */
  REQUIRED,
  /** A write-off without it counts and says so. */
  ADVISED,
  /** Not asked for. */
  NONE
}
