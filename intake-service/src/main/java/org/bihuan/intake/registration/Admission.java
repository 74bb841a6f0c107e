package org.bihuan.intake.registration;

import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.Site;
import org.bihuan.intake.location.Locations;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.resident.ResidentSubject;
import org.bihuan.kit.idempotency.KeyedRequest;
import org.bihuan.kit.idempotency.RequestKey;
import org.bihuan.kit.security.Caller;

/**
 * Lets a complaint in by its channel, for the caller of the running request. Its text is recognised
 * here, its place found, and it is compared with what is tracked, and not where complaints are
 * written, which all others wait for.
 */
@ApplicationScoped
class Admission {

  private final RegistrationRules rules;
  private final Locations locations;
  private final Duplicates duplicates;
  private final ComplaintReading reading;
  private final Caller caller;
  private final RequestKey request;

  Admission(
      RegistrationRules rules,
      Locations locations,
      Duplicates duplicates,
      ComplaintReading reading,
      Caller caller,
      RequestKey request) {
    this.rules = rules;
    this.locations = locations;
    this.duplicates = duplicates;
    this.reading = reading;
    this.caller = caller;
    this.request = request;
  }

  /** Refuses what is no sound complaint, and a caller who may not send it by this channel. */
  AdmittedComplaint admit(NewComplaint sent) {
    return admit(sent, request::keyed);
  }

  /** The same where something else than a key of the request makes it safe to repeat. */
  AdmittedComplaint admitWithoutKey(NewComplaint sent) {
    return admit(sent, Optional::empty);
  }

  private AdmittedComplaint admit(NewComplaint sent, Supplier<Optional<KeyedRequest>> key) {
    rules.check(caller, sent);
    rules.admit(caller, sent);
    AdmittedComplaint.Sender sender =
        new AdmittedComplaint.Sender(
            caller.actor(rules.rights(caller, sent)),
            caller.isVouchedFor() ? Set.copyOf(caller.roles()) : Set.of(),
            reading.sight(),
            ResidentSubject.idOf(caller).orElse(null));
    RegistrationRules.Matter matter = rules.matter(sent, sender.isAnonymous());
    Site site =
        locations.site(
            sent.location(),
            sent.reporter(),
            NewReporter.kept(sent.subject(), sent.reporter()),
            NewReporter.kept(sent.text(), sent.reporter()));
    // Without a login nothing is joined by a rule.
    Optional<UUID> meant =
        sender.isAnonymous()
            ? Optional.empty()
            : duplicates.inOtherWords(sent, site, matter.category().code());
    return new AdmittedComplaint(
        sent,
        matter,
        site,
        locations.isClear(site),
        sender,
        meant,
        key.get(),
        Context.current());
  }
}
