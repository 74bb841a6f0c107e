package org.bihuan.intake.hotline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.bihuan.intake.channel.ChannelKeyUse;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.registration.RegistrationDesk;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.web.JsonBodyReader;

/** Hands signed calls of hotlines to the desk where all complaints come in. */
@ApplicationScoped
class HotlineDesk {

  private final CallVerification verification;
  private final JsonBodyReader reader;
  private final RegistrationDesk registration;

  HotlineDesk(CallVerification verification, JsonBodyReader reader, RegistrationDesk registration) {
    this.verification = verification;
    this.reader = reader;
    this.registration = registration;
  }

  /** Takes a call in; the outcome is known after the commit. */
  CompletionStage<Outcome> register(String hotline, CallHeaders headers, byte[] body) {
    return registration.register(
        registration.admit(complaint(hotline, ChannelKeyUse.SIGNING, headers, body)));
  }

  /** Checks a call as a real one, and keeps nothing of it but its nonce. */
  TriedCall tryOut(String hotline, CallHeaders headers, byte[] body) {
    NewComplaint complaint = complaint(hotline, ChannelKeyUse.SANDBOX, headers, body);
    return new TriedCall(
        true, complaint.channel(), complaint.sourceRef(), registration.tryOut(complaint));
  }

  /** The body is not looked into before it is known who signed it. */
  private NewComplaint complaint(
      String hotline, ChannelKeyUse use, CallHeaders headers, byte[] body) {
    String channel = verification.letIn(hotline, use, headers, body);
    return reader.read(NewHotlineCall.class, body).complaintOf(channel);
  }
}
