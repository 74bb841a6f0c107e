package org.bihuan.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.bihuan.kit.refusal.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
    @NotNull URI type,
    @NotNull String title,
    int status,
    @NotNull String detail,
    @NotNull String instance,
    @NotNull String code,
    @NotNull String traceId,
    List<FieldError> errors,
    String currentStatus,
    String requestedAction,
    List<String> allowedActions) {

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One fault of the input.
   *
   * @param field what the client called it, whatever characters that has
   */
  public record FieldError(
      @NotNull @Schema(maxLength = Fault.LONGEST_FIELD, pattern = "^[\\s\\S]*$") String field,
      @NotNull String code,
      @NotNull String message) {}
}
