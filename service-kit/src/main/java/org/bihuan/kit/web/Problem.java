package org.bihuan.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;

/**
 * Problem details after RFC 9457: the body of every answer that is not a success.
 *
 * @param code stable, kebab-case; what programs decide by
 * @param traceId finds this request in the logs
 * @param errors all faults of the input, for a bad request
 * @param currentStatus state of the record, for a refused transition
 * @param requestedAction action that was refused
 * @param allowedActions what the caller may do instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId"})
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String traceId,
    List<FieldError> errors,
    String currentStatus,
    String requestedAction,
    List<String> allowedActions) {

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One fault of the input. */
  public record FieldError(String field, String code, String message) {}
}
