package org.bihuan.kit.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Refusal;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where an exception becomes an answer. Nothing but a problem ever leaves a service.
 */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final ProblemDetails problems;
  private final ErrorForms forms;
  private final UriInfo uri;
  private final TraceId traceId;

  ProblemMappers(ProblemDetails problems, ErrorForms forms, UriInfo uri, TraceId traceId) {
    this.problems = problems;
    this.forms = forms;
    this.uri = uri;
    this.traceId = traceId;
  }

  @ServerExceptionMapper
  public Response refused(Refusal refusal) {
    return answer(refusal);
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException violations) {
    return answer(new Invalid(FieldErrors.of(violations.getConstraintViolations())));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthorized() {
    return answer(401, "unauthorized");
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException exception) {
    return answer(403, "forbidden");
  }

  /** What the framework itself refuses: unknown path, method, media type, and unreadable bodies. */
  @ServerExceptionMapper
  public Response refusedByFramework(WebApplicationException exception) {
    if (exception.getCause() instanceof Refusal refusal) {
      return answer(refusal);
    }
    int status = exception.getResponse().getStatus();
    return switch (status) {
      case 404 -> answer(status, "not-found");
      case 405 -> withAllow(answer(status, "method-not-allowed"), exception.getResponse());
      case 406 -> answer(status, "not-acceptable");
      case 413 -> answer(status, "too-large");
      case 415 -> answer(status, "unsupported-media-type");
      default -> status < 500 ? answer(status, "bad-request") : failed(exception);
    };
  }

  /**
   * Quarkus REST reads the header where several media types can be answered, and has no other word.
   */
  private static boolean isOfUnreadableAccept(Throwable failure) {
    return failure instanceof IllegalArgumentException
        && String.valueOf(failure.getMessage()).startsWith("Failed to parse media type");
  }

  /**
   * Everything else: found by looking along the causes, since the commit wraps what went wrong in
   * it.
   */
  @ServerExceptionMapper
  public Response failed(Throwable failure) {
    if (DatabaseFailure.isAway(failure)) {
      LOG.warnf("The database is away: %s [%s]", failure.getMessage(), traceId.value());
      return answer(503, "database-unavailable");
    }
    if (hungUp(failure)) {
      LOG.debugf(failure, "The client hung up [%s]", traceId.value());
      return answer(400, "bad-request");
    }
    Optional<Throwable> refusal =
        DatabaseFailure.causes(failure).filter(Refusal.class::isInstance).findFirst();
    if (refusal.isPresent()) {
      return answer((Refusal) refusal.get());
    }
    if (DatabaseFailure.isLostRace(failure)) {
      return answer(409, "concurrent-change");
    }
    if (isOfUnreadableAccept(failure)) {
      return answer(406, "not-acceptable");
    }
    LOG.errorf(failure, "A request failed [%s]", traceId.value());
    return answer(500, "internal-error");
  }

  private Response answer(Refusal refusal) {
    return forms.fitted(problems.of(refusal), uri.getPath());
  }

  private Response answer(int status, String code) {
    return forms.fitted(problems.of(status, code), uri.getPath());
  }

  /** Nobody is left to read the answer, and nothing of ours went wrong. */
  private static boolean hungUp(Throwable failure) {
    return DatabaseFailure.causes(failure)
        .anyMatch(
            cause ->
                cause instanceof HttpClosedException || cause instanceof ClosedChannelException);
  }

  private static Response withAllow(Response problem, Response framework) {
    String allow = framework.getHeaderString("Allow");
    return allow == null ? problem : Response.fromResponse(problem).header("Allow", allow).build();
  }
}
