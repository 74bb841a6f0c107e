package org.bihuan.kit.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.web.ProblemDetail;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The answers that are no success: described once in {@code openapi.yaml}, shown here with the
 * words of the service, and named wherever they can happen.
 */
final class Problems {

  private static final String STATUS = "x-status";
  private static final String SHOWN = "x-shown";
  private static final String TRACE_ID = "4f2a9c1d7b3e4856a0c9d1e2f3a4b5c6";
  private static final String RECORD = "01a1f2c4-7b3e-7856-a0c9-d1e2f3a4b5c6";

  /** Values of refusals that speak of something else than a record. */
  private static final Map<String, List<Object>> SHOWN_VALUES =
      Map.of(
          "export-too-long", List.of(100_000),
          "timestamp-outside-window", List.of("2026-11-24T00:15:00Z"),
          "too-many-areas", List.of(200),
          "too-many-lines", List.of(10_000),
          "too-many-own-complaints", List.of(500),
          "too-many-streams", List.of(5),
          "too-many-webhooks", List.of(5));

  private static final Pattern CODES =
      Pattern.compile("\\(([a-z]+(?:-[a-z]+)+(?:, [a-z]+(?:-[a-z]+)+)*)\\)");

  private final Components components;
  private final Messages messages = new Messages();
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, Map<String, List<Object>>> shown = new HashMap<>();
  private final Set<String> named = new TreeSet<>();

  Problems(Components components) {
    this.components = components;
    components.getResponses().forEach(this::read);
  }

  @SuppressWarnings("unchecked")
  private void read(String name, APIResponse answer) {
    if (answer.getExtensions() == null) {
      return;
    }
    int status = ((Number) answer.getExtensions().get(STATUS)).intValue();
    names.put(status, name);
    shown.put(status, (Map<String, List<Object>>) answer.getExtensions().get(SHOWN));
    answer.setExtensions(null);
    answer.setContent(content(status, shown.get(status)));
  }

  /** Every status that a problem can have. */
  Set<Integer> statuses() {
    return Set.copyOf(names.keySet());
  }

  /** An answer that is described once for all operations. */
  APIResponse shared(int status) {
    return shared(names.get(status));
  }

  APIResponse shared(String name) {
    named.add(name);
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }

  /** An answer that an operation describes in words of its own. */
  APIResponse own(int status, String words) {
    Map<String, List<Object>> codes = namedIn(words, shown.get(status));
    return OASFactory.createAPIResponse()
        .description(words)
        .content(content(status, codes.isEmpty() ? shown.get(status) : codes))
        .headers(components.getResponses().get(names.get(status)).getHeaders());
  }

  /** Leaves out what no operation names. */
  void keepOnlyNamed() {
    Set.copyOf(components.getResponses().keySet()).stream()
        .filter(name -> !named.contains(name))
        .forEach(components::removeResponse);
  }

  /** The codes that a description names in brackets, such as {@code (channel-not-yours)}. */
  private static Map<String, List<Object>> namedIn(String words, Map<String, List<Object>> usual) {
    Map<String, List<Object>> codes = new LinkedHashMap<>();
    CODES
        .matcher(words)
        .results()
        .flatMap(match -> Arrays.stream(match.group(1).split(", ")))
        .forEach(
            code ->
                codes.put(
                    code,
                    usual.getOrDefault(code, SHOWN_VALUES.getOrDefault(code, List.of(RECORD)))));
    return codes;
  }

  private Content content(int status, Map<String, List<Object>> codes) {
    MediaType body =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
    codes.forEach(
        (code, values) ->
            body.addExample(
                code,
                OASFactory.createExample()
                    .summary(words(code + ".title", values))
                    .value(example(status, code, values))));
    return OASFactory.createContent().addMediaType(ProblemDetail.MEDIA_TYPE, body);
  }

  private Map<String, Object> example(int status, String code, List<Object> values) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", ProblemDetail.TYPE_PREFIX + code);
    problem.put("title", words(code + ".title", values));
    problem.put("status", status);
    problem.put("detail", words(code + ".detail", values));
    // In every service there is such an address.
    problem.put("instance", "/api/v1/me");
    problem.put("code", code);
    problem.put("traceId", TRACE_ID);
    if (code.equals("invalid-request")) {
      problem.put("errors", List.of(fault("text", "required"), fault("colour", "unknown-field")));
    }
    if (code.equals("illegal-transition")) {
      problem.put("currentStatus", values.get(0));
      problem.put("requestedAction", values.get(1));
      problem.put("allowedActions", List.of());
    }
    return problem;
  }

  private Map<String, Object> fault(String field, String code) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("field", field);
    fault.put("code", code);
    fault.put("message", words("fault." + code, List.of()));
    return fault;
  }

  private String words(String key, List<Object> values) {
    return messages.text(Locale.ENGLISH, key, values.toArray());
  }
}
