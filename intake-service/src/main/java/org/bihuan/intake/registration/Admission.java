package org.bihuan.intake.registration;

import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.bihuan.kit.idempotency.RequestKey;
import org.bihuan.kit.security.Caller;

/** Lets a complaint in by its channel, for the caller of the running request. */
@ApplicationScoped
class Admission {

  private final RegistrationPolicy policy;
  private final PublicRateLimit rateLimit;
  private final Caller caller;
  private final RequestKey request;

  Admission(
      RegistrationPolicy policy, PublicRateLimit rateLimit, Caller caller, RequestKey request) {
    this.policy = policy;
    this.rateLimit = rateLimit;
    this.caller = caller;
    this.request = request;
  }

  /** Refuses a caller who may not send by this channel, or not so often. */
  Arrival admit(NewComplaint sent) {
    policy.admit(caller, sent);
    if (caller.isAnonymous()) {
      rateLimit.take();
    }
    return new Arrival(
        sent, caller.actor(), Set.copyOf(caller.roles()), request.keyed(), Context.current());
  }
}
