package org.bihuan.intake.registration;

import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.registration.spam.StrangersTexts;
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
  private final Duplicates duplicates;
  private final ComplaintReading reading;
  private final StrangersTexts strangers;
  private final Caller caller;
  private final RequestKey request;

  Admission(
      RegistrationRules rules,
      Duplicates duplicates,
      ComplaintReading reading,
      StrangersTexts strangers,
      Caller caller,
      RequestKey request) {
    this.rules = rules;
    this.duplicates = duplicates;
    this.reading = reading;
    this.strangers = strangers;
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
    if (!caller.isVouchedFor()) {
      strangers.admit(sent.subject(), sent.text(), sent.location() != null);
    }
    AdmittedComplaint.Sender sender =
        new AdmittedComplaint.Sender(
            caller.actor(rules.rights(caller, sent)),
            caller.isVouchedFor() ? Set.copyOf(caller.roles()) : Set.of(),
            reading.sight(),
            ResidentSubject.idOf(caller).orElse(null));
    RegistrationRules.Matter matter = rules.matter(sent, sender.isAnonymous());
    Site site = rules.site(sent);
    // Without a login nothing is joined by a rule.
    Optional<UUID> meant =
        sender.isAnonymous()
            ? Optional.empty()
            : duplicates.inOtherWords(sent, site, matter.category().code());
    return new AdmittedComplaint(
        sent, matter, site, rules.isClear(site), sender, meant, key.get(), Context.current());
  }
}
