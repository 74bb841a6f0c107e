package org.bihuan.localstack.parts;

/** Whether PostgreSQL has a second server that follows the first, and what a commit waits for. */
public enum Standby {
  /** One server. */
  NONE,

  /**
   * A commit is answered when the standby has applied it ({@code synchronous_commit=remote_apply}):
   * nothing answered is lost with the primary. While the standby is away, commits wait.
   */
  SYNCHRONOUS,

  /**
   * A commit waits for the primary's disk alone: what the standby had not received when the primary
   * was lost is lost.
   */
  ASYNCHRONOUS
}
