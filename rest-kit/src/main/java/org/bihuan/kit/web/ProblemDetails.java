package org.bihuan.kit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.refusal.Refusal;
import org.bihuan.kit.security.Caller;

/** Puts refusals into words and onto the wire. */
@ApplicationScoped
class ProblemDetails {

  private final Messages messages;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final TraceId traceId;
  private final Caller caller;
  private final ObjectMapper json;

  ProblemDetails(
      Messages messages,
      HttpHeaders headers,
      UriInfo uri,
      TraceId traceId,
      Caller caller,
      ObjectMapper json) {
    this.messages = messages;
    this.json = json;
    this.headers = headers;
    this.uri = uri;
    this.traceId = traceId;
    this.caller = caller;
  }

  Response of(Refusal refusal) {
    Locale locale = locale();
    ProblemDetail plain = plain(locale, refusal.status(), refusal.code(), refusal.arguments());
    ProblemDetail problem = plain;
    if (refusal instanceof Invalid invalid) {
      problem = withErrors(plain, locale, invalid.faults());
    } else if (refusal instanceof IllegalTransition illegal) {
      problem = withTransition(plain, illegal);
    } else if (refusal instanceof Conflict conflict) {
      problem = conflict.faults().isEmpty() ? plain : withErrors(plain, locale, conflict.faults());
      return answer(problem, withExtensions(problem, conflict.extensions()));
    }
    return answer(problem, problem);
  }

  /** A problem without a refusal of ours behind it, e.g. one the framework raised. */
  Response of(int status, String code, Object... arguments) {
    ProblemDetail problem = plain(locale(), status, code, arguments);
    return answer(problem, problem);
  }

  /** Members of RFC 9457 and, beside them, those that the refusal's code brings. */
  private ObjectNode withExtensions(ProblemDetail plain, Map<String, Object> extensions) {
    ObjectNode members = json.valueToTree(plain);
    extensions.forEach((name, value) -> members.set(name, json.valueToTree(value)));
    return members;
  }

  private static Response answer(ProblemDetail problem, Object body) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(ProblemDetail.MEDIA_TYPE).entity(body);
    if (problem.status() == 503 || problem.status() == 429) {
      response.header(HttpHeaders.RETRY_AFTER, ProblemDetail.RETRY_AFTER_SECONDS);
    }
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private ProblemDetail plain(Locale locale, int status, String code, Object... arguments) {
    return ProblemDetail.plain(
        messages, locale, status, code, uri.getPath(), traceId.value(), arguments);
  }

  private ProblemDetail withErrors(ProblemDetail plain, Locale locale, List<FieldError> faults) {
    return new ProblemDetail(
        plain.type(),
        plain.title(),
        plain.status(),
        plain.detail(),
        plain.instance(),
        plain.code(),
        plain.traceId(),
        faults.stream().map(fault -> words(locale, fault)).toList(),
        null,
        null,
        null);
  }

  private ProblemDetail withTransition(ProblemDetail plain, IllegalTransition illegal) {
    return new ProblemDetail(
        plain.type(),
        plain.title(),
        plain.status(),
        plain.detail(),
        plain.instance(),
        plain.code(),
        plain.traceId(),
        null,
        illegal.currentStatus(),
        illegal.requestedAction(),
        caller.allowed(illegal.allowedActions()).stream().map(Action::name).toList());
  }

  private ProblemDetail.FieldError words(Locale locale, FieldError fault) {
    return new ProblemDetail.FieldError(
        fault.field(),
        fault.code(),
        messages.text(locale, "fault." + fault.code(), fault.arguments()));
  }

  private Locale locale() {
    return Messages.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
