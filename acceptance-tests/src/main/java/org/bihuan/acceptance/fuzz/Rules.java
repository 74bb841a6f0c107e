package org.bihuan.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.localstack.layout.ServiceName;

/** What holds for every answer, whatever was asked. */
final class Rules {

  /** Nobody waits longer for an answer, least of all for a refusal. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  private static final Set<Integer> OVERLOAD = Set.of(429, 503);
  private static final List<String> PROBLEM_TEXTS =
      List.of("type", "title", "detail", "instance", "code", "traceId");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Names of classes, of SQL and of places in code. */
  private static final Pattern INNARDS =
      Pattern.compile(
          "\\b(?:java|javax|jakarta|io|org|com)\\.[a-z]+\\.[a-zA-Z.]+|\\w+Exception\\b|\\bat [\\w.]+\\(|SQLSTATE"
              + "|\\bselect .+ from\\b|\\binsert into\\b|violates .* constraint");

  private static final String OPEN311 = "/open311/";

  /** One error, in either form. */
  private static final Pattern OPEN311_ERROR =
      Pattern.compile(
          "code(?:\":\"|>)(?<code>\\d+)(?:\",\"|</code><)description(?:\":\"|>)(?<words>[^<]*?)(?:\"}|</)");

  private static final String BASE = "urn:bihuan:description:";

  private final ApiDescription description;
  private final SchemaRegistry schemas;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  Rules(ApiDescription description) {
    this.description = description;
    Map<String, String> documents = new HashMap<>();
    for (ServiceName service : ServiceName.values()) {
      documents.put(BASE + service.partName(), description.document(service).toString());
    }
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(documents));
  }

  /** Kinds of what can be wrong. */
  enum Rule {
    NO_ANSWER,
    SERVER_ERROR,
    UNDESCRIBED_STATUS,
    NOT_OF_ITS_SCHEMA,
    NO_PROBLEM,
    TELLS_INNARDS,
    TOO_SLOW,
    OTHER_CODE_IN_OTHER_LANGUAGE,
    NEVER_REACHED
  }

  /**
   * One thing that is wrong.
   *
   * @param detail in words, the same for the same fault
   */
  record Finding(Rule rule, Operation operation, String detail) {
    @Override
    public String toString() {
      return rule + " " + operation.service().partName() + " " + operation.id() + ": " + detail;
    }
  }

  /**
   * Everything that is wrong with an answer.
   *
   * @param language {@code zh-CN} or {@code en}, as the call asked for it; {@code null} when it
   *     asked for something else
   * @param sameOperation whether the answer is the operation's own, so that its description holds
   */
  List<Finding> check(Operation operation, Answer answer, String language, boolean sameOperation) {
    List<Finding> findings = new ArrayList<>();
    boolean overload =
        OVERLOAD.contains(answer.status()) && answer.header("Retry-After").isPresent();
    if (answer.status() >= 500 && !overload) {
      findings.add(new Finding(Rule.SERVER_ERROR, operation, answer.status() + " " + code(answer)));
    }
    if (answer.took().compareTo(LONGEST) > 0) {
      findings.add(
          new Finding(Rule.TOO_SLOW, operation, "more than " + LONGEST.toSeconds() + " s"));
    }
    Matcher innards = INNARDS.matcher(answer.text());
    if (!answer.isSuccess() && innards.find()) {
      findings.add(new Finding(Rule.TELLS_INNARDS, operation, innards.group()));
    }
    if (answer.status() >= 400) {
      refusalFaults(operation, answer, language, sameOperation)
          .forEach(fault -> findings.add(new Finding(Rule.NO_PROBLEM, operation, fault)));
    }
    if (sameOperation) {
      described(operation, answer, findings);
    }
    return findings;
  }

  /** Below an address of another standard refusals are of its form; beside it they are problems. */
  private static List<String> refusalFaults(
      Operation operation, Answer answer, String language, boolean sameOperation) {
    boolean isProblem =
        answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    boolean isOpen311 = operation.path().startsWith(OPEN311);
    return isOpen311 && (sameOperation || !isProblem)
        ? open311Faults(answer, language)
        : problemFaults(answer, language);
  }

  private static List<String> open311Faults(Answer answer, String language) {
    String about = answer.status() + " ";
    List<String> faults = new ArrayList<>();
    Matcher error = OPEN311_ERROR.matcher(answer.text());
    int errors = 0;
    while (error.find()) {
      errors++;
      if (!error.group("code").equals(String.valueOf(answer.status()))) {
        faults.add(about + "has the code " + error.group("code"));
      }
      boolean chinese = CHINESE.matcher(error.group("words")).find();
      if (language != null && chinese != language.equals("zh-CN")) {
        faults.add(about + error.group("words") + " is not in " + language);
      }
    }
    return errors == 0 ? List.of(about + "names no error of Open311") : faults;
  }

  private static List<String> problemFaults(Answer answer, String language) {
    String about = answer.status() + " ";
    String type = answer.header("Content-Type").orElse("none");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/problem+json")) {
      return List.of(about + "has the type " + type);
    }
    List<String> faults = new ArrayList<>();
    try {
      JsonNode problem = answer.json();
      for (String field : PROBLEM_TEXTS) {
        if (problem.path(field).asText().isBlank()) {
          faults.add(about + "has no " + field);
        }
      }
      if (problem.path("status").asInt() != answer.status()) {
        faults.add(about + "says it is " + problem.path("status"));
      }
      if (!CODE.matcher(problem.path("code").asText()).matches()) {
        faults.add(about + "has the code " + problem.path("code"));
      }
      for (JsonNode error : problem.path("errors")) {
        if (!error.path("field").isTextual()
            || error.path("code").asText().isBlank()
            || error.path("message").asText().isBlank()) {
          faults.add(about + "has an error without field, code or message: " + error.path("code"));
        }
      }
      boolean chinese = CHINESE.matcher(problem.path("title").asText()).find();
      if (language != null && chinese != language.equals("zh-CN")) {
        faults.add(about + problem.path("code").asText() + " is not in " + language);
      }
    } catch (IOException notJson) {
      faults.add(about + "is not JSON");
    }
    return faults;
  }

  private void described(Operation operation, Answer answer, List<Finding> findings) {
    JsonNode responses = operation.description().path("responses");
    String status = String.valueOf(answer.status());
    if (!responses.has(status) && !responses.has("default")) {
      findings.add(new Finding(Rule.UNDESCRIBED_STATUS, operation, status));
      return;
    }
    String name = responses.has(status) ? status : "default";
    JsonNode response = description.resolved(operation.service(), responses.path(name));
    String type = answer.header("Content-Type").orElse("").split(";")[0].strip();
    JsonNode content = response.path("content");
    if (answer.body().length == 0 || content.isMissingNode() || !type.contains("json")) {
      return;
    }
    if (!content.has(type)) {
      findings.add(
          new Finding(Rule.NOT_OF_ITS_SCHEMA, operation, status + " is of the type " + type));
      return;
    }
    if (!content.path(type).has("schema")) {
      return;
    }
    String pointer =
        "/paths/%s/%s/responses/%s"
            .formatted(
                escaped(operation.path()), operation.method().toLowerCase(Locale.ROOT), name);
    JsonNode reference = responses.path(name).path("$ref");
    if (reference.isTextual()) {
      pointer = reference.asText().substring(1);
    }
    Schema schema = schema(operation.service(), pointer + "/content/" + escaped(type) + "/schema");
    try {
      JsonNode body = answer.json();
      schema
          .validate(
              body,
              context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
          .forEach(
              error ->
                  findings.add(
                      new Finding(
                          Rule.NOT_OF_ITS_SCHEMA,
                          operation,
                          status
                              + " at "
                              + error.getInstanceLocation().toString().replaceAll("/\\d+", "/0")
                              + " ("
                              + error.getMessageKey()
                              + ")")));
    } catch (IOException notJson) {
      findings.add(new Finding(Rule.NOT_OF_ITS_SCHEMA, operation, status + " is not JSON"));
    }
  }

  private Schema schema(ServiceName service, String pointer) {
    String location = BASE + service.partName() + "#" + pointer;
    return compiled.computeIfAbsent(location, where -> schemas.getSchema(SchemaLocation.of(where)));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The problem's stable code, or what stands instead. */
  static String code(Answer answer) {
    try {
      return answer.json().path("code").asText("no code");
    } catch (IOException notJson) {
      return "no JSON";
    }
  }
}
