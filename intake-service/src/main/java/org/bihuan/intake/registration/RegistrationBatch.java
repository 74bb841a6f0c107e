package org.bihuan.intake.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.kit.idempotency.Claim;
import org.bihuan.kit.idempotency.StoredAnswer;
import org.bihuan.kit.idempotency.StoredAnswers;
import org.bihuan.kit.refusal.Refusal;
import org.bihuan.kit.web.Answers;

/** Writes down complaints that came together, in one transaction and few statements. */
@ApplicationScoped
class RegistrationBatch {

  private static final int CREATED = 201;

  private final Registrar registrar;
  private final Complaints complaints;
  private final ComplaintReading reading;
  private final StoredAnswers storedAnswers;
  private final ObjectMapper json;
  private final Clock clock;

  RegistrationBatch(
      Registrar registrar,
      Complaints complaints,
      ComplaintReading reading,
      StoredAnswers storedAnswers,
      ObjectMapper json,
      Clock clock) {
    this.registrar = registrar;
    this.complaints = complaints;
    this.reading = reading;
    this.storedAnswers = storedAnswers;
    this.json = json;
    this.clock = clock;
  }

  /** What became of an arrival. */
  sealed interface Outcome {

    /** What is answered, {@code root} being the address at which the service was asked. */
    Response answer(URI root);

    /** It is registered, by this request or an earlier one with the channel's number. */
    record Registered(StoredAnswer stored) implements Outcome {
      @Override
      public Response answer(URI root) {
        return stored.toResponse(root);
      }

      /** False when the channel had sent its number before. */
      boolean isNew() {
        return stored.status() == CREATED;
      }
    }

    /** Its key was answered before. */
    record Replayed(StoredAnswer stored) implements Outcome {
      @Override
      public Response answer(URI root) {
        return stored.toReplay(root);
      }
    }

    /** Its key cannot be used. */
    record Refused(Refusal refusal) implements Outcome {
      @Override
      public Response answer(URI root) {
        throw refusal;
      }
    }
  }

  /** Writes all arrivals or none; the outcomes stand in the same order. */
  @Transactional
  List<Outcome> write(List<Arrival> arrivals) {
    // By identity: two arrivals may be equal in all they say and are two complaints nevertheless.
    Map<Arrival, Outcome> settled = new IdentityHashMap<>(settledByKey(arrivals));
    List<Arrival> open = arrivals.stream().filter(one -> !settled.containsKey(one)).toList();
    Map<Arrival, StoredAnswer> answers = register(open);
    answers.forEach((arrival, answer) -> settled.put(arrival, new Outcome.Registered(answer)));
    storedAnswers.store(
        open.stream()
            .filter(one -> one.keyed().isPresent())
            .collect(Collectors.toMap(one -> one.keyed().orElseThrow(), answers::get)));
    return arrivals.stream().map(settled::get).toList();
  }

  /** Those whose key was used before or is in use. */
  private Map<Arrival, Outcome> settledByKey(List<Arrival> arrivals) {
    List<Arrival> keyed = arrivals.stream().filter(one -> one.keyed().isPresent()).toList();
    List<Claim> claims =
        storedAnswers.claim(keyed.stream().map(one -> one.keyed().orElseThrow()).toList());
    Map<Arrival, Outcome> settled = new IdentityHashMap<>();
    for (int i = 0; i < keyed.size(); i++) {
      if (claims.get(i) instanceof Claim.Answered answered) {
        settled.put(keyed.get(i), new Outcome.Replayed(answered.answer()));
      } else if (claims.get(i) instanceof Claim.Refused refused) {
        settled.put(keyed.get(i), new Outcome.Refused(refused.refusal()));
      }
    }
    return settled;
  }

  /** Registers what the channels have not sent before, also not within the same batch. */
  private Map<Arrival, StoredAnswer> register(List<Arrival> arrivals) {
    List<Complaints.Number> numbers =
        arrivals.stream().map(Arrival::number).flatMap(Optional::stream).distinct().toList();
    Map<Complaints.Number, Complaint> sent = new HashMap<>(complaints.alreadySent(numbers));
    Set<Complaints.Number> seen = new HashSet<>(sent.keySet());
    List<Arrival> fresh =
        arrivals.stream().filter(one -> one.number().map(seen::add).orElse(true)).toList();
    List<Complaint> registered = registrar.register(fresh, clock.instant());
    Map<Arrival, StoredAnswer> answers = new IdentityHashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      Complaint complaint = registered.get(i);
      fresh.get(i).number().ifPresent(number -> sent.put(number, complaint));
      answers.put(fresh.get(i), answer(CREATED, complaint, fresh.get(i)));
    }
    for (Arrival repeated : arrivals) {
      answers.computeIfAbsent(
          repeated, one -> answer(200, sent.get(one.number().orElseThrow()), one));
    }
    return answers;
  }

  private StoredAnswer answer(int status, Complaint complaint, Arrival arrival) {
    ComplaintView view = reading.view(complaint, arrival.roles());
    return new StoredAnswer(
        status,
        status == CREATED ? "/api/v1/complaints/" + view.id() : null,
        Answers.tag(view, complaint.version()).getValue(),
        write(view));
  }

  private String write(ComplaintView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a complaint that cannot be written as JSON", e);
    }
  }
}
