package org.bihuan.kit.idempotency;

import org.bihuan.kit.refusal.Refusal;

/** What became of asking for a request's key. */
public sealed interface Claim {

  /** Nobody has used the key: the running transaction holds it until it ends. */
  record Granted() implements Claim {}

  /** The request was answered before; this is the answer to give again. */
  record Answered(StoredAnswer answer) implements Claim {}

  /** The key is in use by another request at this moment, or was used for something else. */
  record Refused(Refusal refusal) implements Claim {}
}
