package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Actor;
import org.bihuan.kit.security.Caller;

/** Lets a complaint in by its channel, for the caller of the running request. */
@ApplicationScoped
class Admission {

  private final RegistrationPolicy policy;
  private final PublicRateLimit rateLimit;
  private final Caller caller;

  Admission(RegistrationPolicy policy, PublicRateLimit rateLimit, Caller caller) {
    this.policy = policy;
    this.rateLimit = rateLimit;
    this.caller = caller;
  }

  /** Refuses a caller who may not send by this channel, or not so often; else says who it is. */
  Actor admit(NewComplaint sent) {
    policy.admit(caller, sent);
    if (caller.isAnonymous()) {
      rateLimit.take();
    }
    return caller.actor();
  }
}
