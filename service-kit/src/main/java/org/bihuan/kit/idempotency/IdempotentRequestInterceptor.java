package org.bihuan.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Opens the transaction around the method, so that effect and stored answer commit together. A
 * method that lost a race against another change has left nothing behind and is done again on the
 * new state: what the caller may do there, or a stale {@code If-Match}, is said by the method
 * itself.
 */
@IdempotentRequest
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class IdempotentRequestInterceptor {

  /** Races are short; who loses this many meets a record that everybody changes. */
  private static final int ATTEMPTS = 3;

  private final RequestKey request;
  private final StoredAnswers answers;
  private final ObjectMapper json;
  private final UriInfo uri;

  IdempotentRequestInterceptor(
      RequestKey request, StoredAnswers answers, ObjectMapper json, UriInfo uri) {
    this.request = request;
    this.answers = answers;
    this.json = json;
    this.uri = uri;
  }

  @AroundInvoke
  Object onTheNewestState(InvocationContext method) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(method);
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS || !DatabaseFailure.isLostRace(failure)) {
          throw failure;
        }
      }
    }
  }

  private Object once(InvocationContext method) throws Exception {
    Optional<KeyedRequest> keyed = request.keyed();
    int seconds = method.getInterceptorBinding(IdempotentRequest.class).seconds();
    if (keyed.isEmpty() && seconds == 0) {
      return method.proceed();
    }
    return QuarkusTransaction.joiningExisting()
        .timeout(seconds)
        .call(() -> keyed.isEmpty() ? method.proceed() : once(keyed.get(), method));
  }

  private RestResponse<?> once(KeyedRequest keyed, InvocationContext method) {
    List<Outcome> outcomes =
        answers.once(
            List.of(keyed), Optional::of, open -> open.stream().map(one -> done(method)).toList());
    return outcomes.get(0).toResponse(uri.getBaseUri());
  }

  private Outcome done(InvocationContext method) {
    try {
      return new Outcome.Done(stored((RestResponse<?>) method.proceed()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a resource method with a checked exception", e);
    }
  }

  private StoredAnswer stored(RestResponse<?> answer) {
    return new StoredAnswer(
        answer.getStatus(),
        answer.getLocation() == null ? null : answer.getLocation().getRawPath(),
        answer.getEntityTag() == null ? null : answer.getEntityTag().getValue(),
        answer.getEntity() == null ? null : write(answer.getEntity()));
  }

  private String write(Object entity) {
    try {
      return json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written as JSON", e);
    }
  }
}
