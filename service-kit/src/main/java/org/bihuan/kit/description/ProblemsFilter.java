package org.bihuan.kit.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bihuan.kit.web.ProblemDetail;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that are no success: described once, named wherever they can happen. */
final class ProblemsFilter {

  private static final String TRACE_ID = "4f2a9c1d7b3e4856a0c9d1e2f3a4b5c6";
  private static final String RECORD = "01a1f2c4-7b3e-7856-a0c9-d1e2f3a4b5c6";
  private static final Pattern CODES =
      Pattern.compile("\\(([a-z]+(?:-[a-z]+)+(?:, [a-z]+(?:-[a-z]+)+)*)\\)");

  private final Components components;

  ProblemsFilter(Components components) {
    this.components = components;
  }

  void complete() {
    components.addHeader(
        "RetryAfter", header("Seconds after which the request is worth repeating", seconds()));
    components.addHeader(
        "WwwAuthenticate",
        header(
            "How to log in",
            OASFactory.createSchema().addType(SchemaType.STRING).constValue("Bearer")));
    for (ProblemKind kind : ProblemKind.all()) {
      components.addResponse(kind.name(), answer(kind));
    }
  }

  /** Leaves out what no operation names. */
  static void keepOnly(Components components, Set<String> named) {
    Set<String> unnamed = new TreeSet<>(components.getResponses().keySet());
    unnamed.removeAll(named);
    unnamed.forEach(components::removeResponse);
  }

  /** The answer of an operation that describes this problem in words of its own. */
  static void complete(APIResponse answer, ProblemKind kind) {
    if (answer.getContent() == null || answer.getContent().getMediaTypes() == null) {
      answer.content(OASFactory.createContent().addMediaType(ProblemDetail.MEDIA_TYPE, body()));
    }
    List<ProblemKind.Shown> shown = namedIn(answer.getDescription(), kind);
    answer
        .getContent()
        .getMediaTypes()
        .values()
        .forEach(body -> showExamples(body, kind, shown.isEmpty() ? kind.codes() : shown));
    addHeaders(answer, kind);
  }

  /** The codes that a description names in brackets, such as {@code (channel-not-yours)}. */
  private static List<ProblemKind.Shown> namedIn(String words, ProblemKind kind) {
    return CODES
        .matcher(words)
        .results()
        .flatMap(named -> Arrays.stream(named.group(1).split(", ")))
        .map(
            code ->
                kind.codes().stream()
                    .filter(usual -> usual.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> new ProblemKind.Shown(code, RECORD)))
        .toList();
  }

  private static APIResponse answer(ProblemKind kind) {
    APIResponse answer =
        OASFactory.createAPIResponse()
            .description(kind.description())
            .content(OASFactory.createContent().addMediaType(ProblemDetail.MEDIA_TYPE, body()));
    answer
        .getContent()
        .getMediaTypes()
        .values()
        .forEach(body -> showExamples(body, kind, kind.codes()));
    addHeaders(answer, kind);
    return answer;
  }

  private static void addHeaders(APIResponse answer, ProblemKind kind) {
    if (kind == ProblemKind.TOO_MANY || kind == ProblemKind.UNAVAILABLE) {
      answer.addHeader("Retry-After", reference("RetryAfter"));
    }
    if (kind == ProblemKind.UNAUTHORIZED) {
      answer.addHeader("WWW-Authenticate", reference("WwwAuthenticate"));
    }
  }

  private static MediaType body() {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
  }

  private static void showExamples(
      MediaType body, ProblemKind kind, List<ProblemKind.Shown> codes) {
    for (ProblemKind.Shown shown : codes) {
      body.addExample(
          shown.code(),
          OASFactory.createExample().summary(shown.title()).value(example(kind, shown)));
    }
  }

  private static Map<String, Object> example(ProblemKind kind, ProblemKind.Shown shown) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", ProblemDetail.TYPE_PREFIX + shown.code());
    problem.put("title", shown.title());
    problem.put("status", kind.status());
    problem.put("detail", shown.detail());
    // In every service there is such an address.
    problem.put("instance", "/api/v1/me");
    problem.put("code", shown.code());
    problem.put("traceId", TRACE_ID);
    if (shown.code().equals("invalid-request")) {
      problem.put("errors", List.of(fault("text", "required"), fault("colour", "unknown-field")));
    }
    if (shown.code().equals("illegal-transition")) {
      problem.put("currentStatus", shown.words()[0]);
      problem.put("requestedAction", shown.words()[1]);
      problem.put("allowedActions", List.of());
    }
    return problem;
  }

  private static Map<String, Object> fault(String field, String code) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("field", field);
    fault.put("code", code);
    fault.put("message", ProblemKind.words("fault." + code));
    return fault;
  }

  private static Schema seconds() {
    return OASFactory.createSchema()
        .addType(SchemaType.INTEGER)
        .format("int32")
        .minimum(java.math.BigDecimal.ZERO)
        .maximum(java.math.BigDecimal.valueOf(3600));
  }

  static Header header(String description, Schema schema) {
    return OASFactory.createHeader().description(description).schema(schema);
  }

  static Header reference(String header) {
    return OASFactory.createHeader().ref("#/components/headers/" + header);
  }
}
