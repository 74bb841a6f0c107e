package org.bihuan.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.bihuan.kit.security.Caller;

/** Opens the transaction around the method, so that effect and stored answer commit together. */
@IdempotentRequest
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class IdempotentRequestInterceptor {

  private final RequestKey request;
  private final StoredAnswers answers;
  private final Caller caller;

  IdempotentRequestInterceptor(RequestKey request, StoredAnswers answers, Caller caller) {
    this.request = request;
    this.answers = answers;
    this.caller = caller;
  }

  @AroundInvoke
  Object once(InvocationContext method) throws Exception {
    Optional<String> key = request.key();
    if (key.isEmpty()) {
      return method.proceed();
    }
    return QuarkusTransaction.joiningExisting().call(() -> firstOrStored(key.get(), method));
  }

  private Response firstOrStored(String key, InvocationContext method) throws Exception {
    Optional<Response> stored = answers.claim(caller.subject(), key, request.fingerprint());
    if (stored.isPresent()) {
      return stored.get();
    }
    Response answer = (Response) method.proceed();
    answers.store(caller.subject(), key, request.fingerprint(), answer);
    return answer;
  }
}
