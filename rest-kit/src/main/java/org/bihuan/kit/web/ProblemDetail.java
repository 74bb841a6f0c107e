package org.bihuan.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.bihuan.kit.refusal.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * ProblemDetail details after RFC 9457: the body of every answer that is not a success.
 *
 * @param type address that names the kind of problem by its code
 * @param detail what happened, in the reader's language
 * @param instance path that was asked for
 * @param code stable, kebab-case; what programs decide by
 * @param traceId finds this request in the logs
 * @param errors all faults of the input, for a bad request
 * @param currentStatus state of the record, for a refused transition
 * @param requestedAction action that was refused
 * @param allowedActions what the caller may do instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId"})
@Schema(name = "Problem")
public record ProblemDetail(
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

  /** What stands before the code in {@code type}. */
  public static final String TYPE_PREFIX = "urn:bihuan:problem:";

  /** After so many seconds a request that found no room or no database is worth repeating. */
  public static final String RETRY_AFTER_SECONDS = "2";

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of which there is no more to say than its words, which are those of its code. */
  public static ProblemDetail plain(
      Messages messages,
      Locale locale,
      int status,
      String code,
      String instance,
      String traceId,
      Object... arguments) {
    return new ProblemDetail(
        URI.create(TYPE_PREFIX + code),
        messages.text(locale, code + ".title", arguments),
        status,
        messages.text(locale, code + ".detail", arguments),
        instance,
        code,
        traceId,
        null,
        null,
        null,
        null);
  }

  /**
   * One fault of the input.
   *
   * @param field what the client called it, whatever characters that has
   * @param message what is wrong, in the reader's language
   */
  public record FieldError(
      @NotNull
          @Schema(
              maxLength = org.bihuan.kit.refusal.FieldError.LONGEST_FIELD,
              pattern = "^[\\s\\S]*$")
          String field,
      @NotNull String code,
      @NotNull String message) {}
}
