package org.bihuan.kit.description;

import java.util.List;
import java.util.Locale;
import org.bihuan.kit.refusal.Messages;

/**
 * A problem that any operation of some shape can be answered with.
 *
 * @param status HTTP status
 * @param name of the answer among the components
 * @param description when it is answered
 * @param codes problems that are shown as examples; their words are those of the service
 */
record ProblemKind(int status, String name, String description, List<Shown> codes) {

  /** One example; {@code words} fill the placeholders of its message. */
  record Shown(String code, Object... words) {

    String title() {
      return ProblemKind.words(code + ".title", words);
    }

    String detail() {
      return ProblemKind.words(code + ".detail", words);
    }
  }

  static final ProblemKind BAD_REQUEST =
      of(
          400,
          "BadRequest",
          "The request cannot be read, or breaks a rule; `errors` names every fault at once",
          new Shown("invalid-request", 2),
          new Shown("malformed-json", 1, 2));
  static final ProblemKind UNAUTHORIZED =
      of(401, "Unauthorized", "No valid token or key", new Shown("unauthorized"));
  static final ProblemKind FORBIDDEN =
      of(
          403,
          "Forbidden",
          "The caller's role may not do this or lacks the claim that bounds it, or a page of a"
              + " foreign origin asks",
          new Shown("forbidden"),
          new Shown("claim-missing", "unit"),
          new Shown("foreign-origin"));
  static final ProblemKind NOT_FOUND =
      of(
          404,
          "NotFound",
          "There is none, or none within the caller's sight; both are answered alike",
          new Shown("not-found"));
  static final ProblemKind NOT_ACCEPTABLE =
      of(
          406,
          "NotAcceptable",
          "`Accept` asks for a format that is not answered",
          new Shown("not-acceptable"));
  static final ProblemKind CONFLICT =
      of(
          409,
          "Conflict",
          "Not possible in the present state, changed by someone else at the same moment, or a"
              + " request with the same `Idempotency-Key` is running",
          new Shown("illegal-transition", "FILED", "REJECT"),
          new Shown("concurrent-change"),
          new Shown("request-in-progress"));
  static final ProblemKind PRECONDITION_FAILED =
      of(
          412,
          "PreconditionFailed",
          "`If-Match` names a version that is no longer current",
          new Shown("stale-version"));
  static final ProblemKind TOO_LARGE =
      of(413, "TooLarge", "The body is larger than allowed", new Shown("too-large"));
  static final ProblemKind TOO_SLOW =
      of(408, "TooSlow", "The body did not arrive in time", new Shown("body-too-slow"));
  static final ProblemKind ADDRESS_TOO_LONG =
      of(
          414,
          "AddressTooLong",
          "The address is longer than allowed",
          new Shown("address-too-long", 4096));
  static final ProblemKind HEADERS_TOO_LARGE =
      of(
          431,
          "HeadersTooLarge",
          "More or longer headers than allowed",
          new Shown("headers-too-large", 100, 16384));
  static final ProblemKind UNSUPPORTED =
      of(
          415,
          "UnsupportedMediaType",
          "`Content-Type` is none that this operation takes",
          new Shown("unsupported-media-type"));
  static final ProblemKind KEY_REUSED =
      of(
          422,
          "IdempotencyKeyReused",
          "`Idempotency-Key` was used for a different request",
          new Shown("idempotency-key-reused"));
  static final ProblemKind PRECONDITION_REQUIRED =
      of(428, "PreconditionRequired", "`If-Match` is missing", new Shown("if-match-required"));
  static final ProblemKind TOO_MANY = of(429, "TooMany", "Too many requests; see `Retry-After`");
  static final ProblemKind FAILED =
      of(
          500,
          "InternalError",
          "Something unforeseen; the log has it under `traceId`",
          new Shown("internal-error"));
  static final ProblemKind UNAVAILABLE =
      of(
          503,
          "Unavailable",
          "The database is away or too much waits to be stored; nothing of this request was"
              + " stored, unless its outcome is unknown, which the same `Idempotency-Key` settles;"
              + " try again after `Retry-After`",
          new Shown("database-unavailable"));

  /** What the service says for {@code key} in English. */
  static String words(String key, Object... words) {
    return new Messages().text(Locale.ENGLISH, key, words);
  }

  static List<ProblemKind> all() {
    return List.of(
        BAD_REQUEST,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        NOT_ACCEPTABLE,
        CONFLICT,
        PRECONDITION_FAILED,
        TOO_SLOW,
        TOO_LARGE,
        ADDRESS_TOO_LONG,
        UNSUPPORTED,
        KEY_REUSED,
        PRECONDITION_REQUIRED,
        TOO_MANY,
        HEADERS_TOO_LARGE,
        FAILED,
        UNAVAILABLE);
  }

  private static ProblemKind of(int status, String name, String description, Shown... codes) {
    return new ProblemKind(status, name, description, List.of(codes));
  }
}
