package org.bihuan.intake.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.idempotency.StoredAnswer;
import org.bihuan.kit.privacy.FreeTexts;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.web.Answers;

/** What a sender is answered: the complaint as the sender's roles see it. */
@ApplicationScoped
class RegistrationAnswers {

  private static final int OK = 200;
  private static final int CREATED = 201;

  private final ComplaintReading reading;
  private final SentContent content;
  private final ObjectMapper json;

  RegistrationAnswers(ComplaintReading reading, SentContent content, ObjectMapper json) {
    this.reading = reading;
    this.content = content;
    this.json = json;
  }

  StoredAnswer created(AdmittedComplaint admitted, Complaint complaint) {
    Set<String> roles = admitted.sender().roles();
    ComplaintView view =
        admitted
            .matter()
            .suggestions()
            .map(suggestions -> reading.view(complaint, roles, suggestions))
            .orElseGet(() -> reading.view(complaint, roles));
    return answer(CREATED, "/api/v1/complaints/" + complaint.id(), view, roles);
  }

  /** The same number again: the complaint that is there, for who may see it and says the same. */
  Outcome repeated(AdmittedComplaint admitted, Complaint stored) {
    List<String> differences = content.differences(stored.sentFingerprints(), admitted.sent());
    boolean seen = admitted.sender().sight().test(stored);
    if (seen && differences.isEmpty()) {
      Set<String> roles = admitted.sender().roles();
      return new Outcome.Done(answer(OK, null, reading.view(stored, roles), roles));
    }
    Conflict reused = new Conflict("source-ref-reused", stored.channel());
    return new Outcome.Refused(
        seen ? reused.with("complaintId", stored.id()).with("differs", differences) : reused);
  }

  private StoredAnswer answer(int status, String location, ComplaintView view, Set<String> roles) {
    String tag = Answers.tag(view).getValue();
    return new StoredAnswer(status, location, tag, write(view, roles));
  }

  private String write(ComplaintView view, Set<String> roles) {
    try {
      return FreeTexts.writer(json, ComplaintReading.isAsWrittenFor(roles))
          .writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a complaint that cannot be written as JSON", e);
    }
  }
}
