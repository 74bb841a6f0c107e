package org.bihuan.intake.registration;

import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.bihuan.contract.Actor;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.location.Site;
import org.bihuan.kit.idempotency.KeyedRequest;

/**
 * A complaint that was let in and waits to be written, with all that its request knew: the request
 * itself is out of reach where complaints are written.
 *
 * @param matter what it is about
 * @param site where it is
 * @param placeIsClear whether it may file itself as far as its place is concerned
 * @param sender who sent it
 * @param meant the open problem that it tells of in other words, where a rule may join it
 * @param keyed the request's key, when it carries one
 * @param trace what runs on behalf of the request
 */
public record AdmittedComplaint(
    NewComplaint sent,
    RegistrationRules.Matter matter,
    Site site,
    boolean placeIsClear,
    Sender sender,
    Optional<UUID> meant,
    Optional<KeyedRequest> keyed,
    Context trace) {

  /**
   * Who sent a complaint.
   *
   * @param actor the sender as ledger and events name it
   * @param roles on which depends what the answer says may be done next; empty without a login that
   *     somebody vouches for
   * @param sight which complaints the sender may see
   * @param residentId who sent it by the mini-program; {@code null} by any other way
   */
  record Sender(Actor actor, Set<String> roles, Predicate<Complaint> sight, UUID residentId) {

    boolean isAnonymous() {
      return roles.isEmpty();
    }
  }

  /** The channel's own number, when it gave one. */
  Optional<Complaints.Number> number() {
    return Optional.ofNullable(sent.sourceRef())
        .map(sourceRef -> new Complaints.Number(sent.channel(), sourceRef));
  }
}
