package org.bihuan.intake.open311.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.intake.open311.catalogue.ServiceCatalogue;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.registration.RegistrationDesk;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.idempotency.StoredAnswer;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.FieldErrors;

/** Hands new service requests to the desk where all complaints come in. */
@ApplicationScoped
class ServiceRequestDesk {

  private final RegistrationDesk registration;
  private final ServiceCatalogue catalogue;
  private final Validator validator;
  private final Caller caller;
  private final Messages messages;
  private final ObjectMapper json;

  ServiceRequestDesk(
      RegistrationDesk registration,
      ServiceCatalogue catalogue,
      Validator validator,
      Caller caller,
      Messages messages,
      ObjectMapper json) {
    this.registration = registration;
    this.catalogue = catalogue;
    this.validator = validator;
    this.caller = caller;
    this.messages = messages;
    this.json = json;
  }

  /**
   * A request that was taken in.
   *
   * @param repeated whether it was taken in before, under the same key of the request
   */
  record Taken(RegisteredRequest request, boolean repeated) {}

  /** Checks a request and hands it on to be written; it is known after the commit. */
  CompletionStage<Taken> register(NewServiceRequest sent, Locale language) {
    String channel = channel();
    catalogue.checkJurisdiction(sent.jurisdictionId());
    if (sent.serviceCode() == null) {
      throw new Invalid("service_code", "required");
    }
    catalogue.requireActive(sent.serviceCode());
    NewComplaint complaint =
        ReportedProblem.complaint(sent, channel, catalogue.name(sent.serviceCode(), language));
    return submit(complaint).thenApply(outcome -> taken(outcome, language));
  }

  /** The channel of the key; whoever speaks for none or for several has sent none. */
  private String channel() {
    Set<String> channels = caller.values(Bound.CHANNEL);
    if (caller.hasAnyRole(Role.CHANNEL_CLERK) && channels.size() == 1) {
      return channels.iterator().next();
    }
    throw new Forbidden("api-key-required");
  }

  private CompletionStage<Outcome> submit(NewComplaint complaint) {
    List<FieldError> faults = FieldErrors.of(validator.validate(complaint));
    if (!faults.isEmpty()) {
      throw ReportedProblem.renamed(faults);
    }
    try {
      return registration.register(complaint);
    } catch (Invalid invalid) {
      throw ReportedProblem.renamed(invalid.faults());
    }
  }

  private Taken taken(Outcome outcome, Locale language) {
    if (outcome instanceof Outcome.Done done) {
      return new Taken(request(done.answer(), language), false);
    }
    if (outcome instanceof Outcome.Replayed replayed) {
      return new Taken(request(replayed.answer(), language), true);
    }
    throw ((Outcome.Refused) outcome).refusal();
  }

  private RegisteredRequest request(StoredAnswer answer, Locale language) {
    try {
      JsonNode complaint = json.readTree(answer.body());
      String code = complaint.path("trackingCode").asText();
      return new RegisteredRequest(
          complaint.path("serial").asText(),
          messages.text(language, "open311.tracking-code", code),
          null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of ours that is no JSON", e);
    }
  }
}
