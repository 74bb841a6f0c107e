package org.bihuan.intake.registration;

import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.Actor;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.kit.idempotency.KeyedRequest;

/**
 * A complaint that was let in and waits to be written down, with all that its request knew: the
 * request itself is out of reach where complaints are written.
 *
 * @param actor who sent it, as ledger and events name it
 * @param roles of the sender, on which depends what the answer says it may do next
 * @param keyed the request's key, when it carries one
 * @param trace what runs on behalf of the request
 */
record Arrival(
    NewComplaint sent,
    Actor actor,
    Set<String> roles,
    Optional<KeyedRequest> keyed,
    Context trace) {

  /** The channel's own number, when it gave one. */
  Optional<Complaints.Number> number() {
    return Optional.ofNullable(sent.sourceRef())
        .map(sourceRef -> new Complaints.Number(sent.channel(), sourceRef));
  }
}
