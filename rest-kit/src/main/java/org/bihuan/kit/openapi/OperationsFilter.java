package org.bihuan.kit.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.OtherStandard;
import org.bihuan.kit.web.Versioned;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What every operation reads and answers beside its own: headers, problems, examples. */
final class OperationsFilter {

  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
  private static final DotName REFUSES = DotName.createSimple(Refuses.class);

  private static final DotName TYPED = DotName.createSimple(RestResponse.class);
  private static final DotName LIST = DotName.createSimple(List.class);
  private static final DotName OTHER_STANDARD = DotName.createSimple(OtherStandard.class);
  private static final DotName VERSIONED = DotName.createSimple(Versioned.class);

  private static final Map<Integer, String> EXPORT_REFUSALS =
      Map.of(
          422, "As a sheet: more rows than are exported (export-too-long)",
          429, "As a sheet: the export before is still under way (export-under-way)");

  private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
  private static final String OK = "200";
  private static final int LONGEST_IN_PATH = 100;

  private final OpenAPI description;
  private final IndexView index;
  private final Examples examples;
  private final Problems problems;
  private final SecurityFilter security;
  private final OtherStandardFilter otherStandard = new OtherStandardFilter();
  private final Map<String, MethodInfo> methods = new HashMap<>();
  private final Set<String> namedParameters = new TreeSet<>();

  OperationsFilter(OpenAPI description, IndexView index, Examples examples, Problems problems) {
    this.description = description;
    this.index = index;
    this.examples = examples;
    this.problems = problems;
    this.security = new SecurityFilter(description);
    for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
      methods.put(operation.value("operationId").asString(), operation.target().asMethod());
    }
  }

  void complete() {
    description
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((verb, operation) -> complete(path, item, verb, operation)));
    Set.copyOf(description.getComponents().getParameters().keySet()).stream()
        .filter(name -> !namedParameters.contains(name))
        .forEach(description.getComponents()::removeParameter);
    if (ApiDescription.operations(description).noneMatch(OperationsFilter::takesSheet)) {
      description.getComponents().removeSchema(Sheet.class.getSimpleName());
    }
  }

  private static boolean takesSheet(Operation operation) {
    RequestBody body = operation.getRequestBody();
    return body != null && body.getContent().hasMediaType(Sheet.CSV);
  }

  /**
   * What follows from the method and its address.
   *
   * @param ofOne whether its path names a record
   * @param compared whether it looks at {@code If-Match}
   */
  private record Shape(
      boolean repeatable,
      boolean read,
      boolean replaces,
      boolean ofOne,
      boolean paged,
      boolean tagged,
      boolean compared,
      boolean loginChecked) {}

  private void complete(String path, PathItem item, PathItem.HttpMethod verb, Operation operation) {
    MethodInfo method = methods.get(operation.getOperationId());
    List<Parameter> parameters =
        Stream.of(item.getParameters(), operation.getParameters())
            .filter(list -> list != null)
            .flatMap(List::stream)
            .toList();
    parameters.forEach(parameter -> bound(path, parameter));
    boolean paged = parameters.stream().anyMatch(parameter -> "cursor".equals(parameter.getName()));
    Map<Integer, String> refusals = refusals(method);
    boolean repeatable =
        method.hasAnnotation(IdempotentRequest.class) || parameters.stream().anyMatch(this::isKey);
    boolean read = verb == PathItem.HttpMethod.GET;
    if (paged && read) {
      EXPORT_REFUSALS.forEach(refusals::putIfAbsent);
    }
    boolean replaces = verb == PathItem.HttpMethod.PUT || verb == PathItem.HttpMethod.PATCH;
    boolean ofOne = path.contains("/{");
    boolean byOtherStandard = method.declaringClass().hasDeclaredAnnotation(OTHER_STANDARD);
    boolean tagged = !byOtherStandard && isTagged(method.returnType());
    Shape shape =
        new Shape(
            repeatable,
            read,
            replaces,
            ofOne,
            paged,
            tagged,
            replaces
                || repeatable && ofOne && !read
                || read && tagged
                || removesVersion(item, verb),
            security.secure(operation, method, refusals.containsKey(401)));
    addHeaders(operation, shape, parameters);
    succeed(operation, method, shape);
    if (byOtherStandard) {
      otherStandard.describe(operation, method, refusals, shape.ofOne());
    } else {
      refuse(operation, refusals, shape);
    }
  }

  /** Whether it removes a record that has a version. */
  private boolean removesVersion(PathItem item, PathItem.HttpMethod verb) {
    return verb == PathItem.HttpMethod.DELETE
        && item.getGET() != null
        && isTagged(methods.get(item.getGET().getOperationId()).returnType());
  }

  private boolean isKey(Parameter parameter) {
    return reference(IDEMPOTENCY_KEY).equals(parameter.getRef());
  }

  private void addHeaders(Operation operation, Shape shape, List<Parameter> parameters) {
    if (parameters.stream().anyMatch(this::isKey)) {
      namedParameters.add(IDEMPOTENCY_KEY);
    } else if (shape.repeatable()) {
      operation.addParameter(parameter(IDEMPOTENCY_KEY));
    }
    if (shape.compared()) {
      operation.addParameter(parameter(shape.replaces() ? "IfMatchRequired" : "IfMatch"));
    }
    if (shape.read() && shape.tagged()) {
      operation.addParameter(parameter("IfNoneMatch"));
    }
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setRequired(true);
      showExamples(operation.getRequestBody().getContent());
    }
  }

  /** Whether it answers, at once or later, with a record that has a version, or a list to keep. */
  private boolean isTagged(Type answer) {
    if (answer.kind() != Type.Kind.PARAMETERIZED_TYPE) {
      return false;
    }
    Type content = answer.asParameterizedType().arguments().get(0);
    return answer.name().equals(TYPED)
        ? content.name().equals(LIST) || isVersioned(content)
        : isTagged(content);
  }

  private boolean isVersioned(Type content) {
    ClassInfo type = index.getClassByName(content.name());
    return type != null && type.interfaceNames().contains(VERSIONED);
  }

  private Map<Integer, String> refusals(MethodInfo method) {
    Map<Integer, String> refusals = new TreeMap<>();
    method
        .annotationsWithRepeatable(REFUSES, index)
        .forEach(
            refusal ->
                refusals.put(refusal.value("status").asInt(), refusal.value("when").asString()));
    return refusals;
  }

  /** Paths name what a record is one of: {@code /api/v1/complaints/{id}}. */
  private static void bound(String path, Parameter parameter) {
    if (parameter.getIn() == Parameter.In.PATH) {
      if (parameter.getDescription() == null) {
        String before = path.substring(0, path.indexOf("/{" + parameter.getName() + "}"));
        parameter.setDescription(
            "Which of `" + before.substring(before.lastIndexOf('/') + 1) + "`");
      }
      Schema schema = parameter.getSchema();
      if (isOf(schema, SchemaType.STRING)
          && schema.getFormat() == null
          && schema.getEnumeration() == null) {
        schema.minLength(1).maxLength(LONGEST_IN_PATH).pattern(SchemasFilter.TEXT);
      }
      if (isOf(schema, SchemaType.INTEGER)) {
        schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Integer.MAX_VALUE));
      }
    }
    if (parameter.getIn() == Parameter.In.QUERY) {
      SchemasFilter.boundQuery(parameter.getSchema());
    }
  }

  private static boolean isOf(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }

  private void succeed(Operation operation, MethodInfo method, Shape shape) {
    APIResponses answers = operation.getResponses();
    if (answers.getAPIResponses().keySet().stream().noneMatch(status -> status.startsWith("2"))) {
      throw new IllegalStateException(
          method + " describes no success; its refusals are @Refuses, not @APIResponse");
    }
    APIResponse success = answers.getAPIResponse(OK);
    if (method.hasAnnotation(ResponseStatus.class)) {
      // The type is described as 200; what else has words of its own stays.
      int status = method.annotation(ResponseStatus.class).value().asInt();
      answers.addAPIResponse(String.valueOf(status), unnamed(success.getContent()));
      if (isWithoutWords(success)) {
        answers.removeAPIResponse(OK);
      }
    }
    answers
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("2")) {
                complete(status, answer, shape);
              }
            });
    if (shape.read() && shape.tagged()) {
      answers.addAPIResponse("304", problems.shared("NotModified"));
    }
  }

  private static APIResponse unnamed(Content content) {
    return OASFactory.createAPIResponse().description("OK").content(content);
  }

  /** The scanner says the reason phrase where the method says nothing. */
  private static boolean isWithoutWords(APIResponse answer) {
    return Set.of("OK", "No Content").contains(answer.getDescription());
  }

  private void complete(String status, APIResponse answer, Shape shape) {
    if (isWithoutWords(answer)) {
      answer.setDescription(words(answer.getContent()));
    }
    if (shape.paged()) {
      answer.addHeader("Link", header("Link"));
    }
    if (shape.paged() && shape.read()) {
      answer.addHeader(HttpHeaders.CONTENT_DISPOSITION, header("ContentDisposition"));
      describeSheets(answer.getContent());
    }
    if (shape.tagged()) {
      answer.addHeader(HttpHeaders.ETAG, header("ETag"));
    }
    if (status.equals("201")) {
      answer.addHeader(HttpHeaders.LOCATION, header("Location"));
    }
    if (shape.repeatable()) {
      answer.addHeader("Idempotency-Replayed", header("IdempotencyReplayed"));
    }
    showExamples(answer.getContent());
  }

  /** Every list that is read is a page in JSON, or all its rows as a sheet. */
  private static void describeSheets(Content content) {
    content.getMediaTypes().get(Sheet.CSV).setSchema(sheet().format("csv"));
    content.getMediaTypes().get(Sheet.XLSX).setSchema(sheet().format("binary"));
  }

  private static Schema sheet() {
    return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(Integer.MAX_VALUE);
  }

  /** What is answered, by the first sentence about its record. */
  private String words(Content content) {
    if (content == null) {
      return "It is done";
    }
    Schema schema = content.getMediaTypes().values().iterator().next().getSchema();
    if (schema.getRef() == null) {
      return "The whole list";
    }
    String meaning = description.getComponents().getSchemas().get(nameOf(schema)).getDescription();
    return meaning.replaceFirst("[.](\\s.*)?$", "");
  }

  private void refuse(Operation operation, Map<Integer, String> refusals, Shape shape) {
    boolean hasBody = operation.getRequestBody() != null;
    Map<Integer, Boolean> possible = new HashMap<>();
    Stream.of(400, 403, 406, 408, 413, 414, 431, 500, 503)
        .forEach(status -> possible.put(status, true));
    possible.put(401, shape.loginChecked());
    possible.put(404, shape.ofOne());
    possible.put(409, !shape.read());
    possible.put(412, shape.compared());
    possible.put(415, hasBody);
    possible.put(422, shape.repeatable());
    possible.put(428, shape.replaces());
    APIResponses answers = operation.getResponses();
    for (int status : problems.statuses()) {
      String code = String.valueOf(status);
      if (refusals.containsKey(status) && (status != 401 || security.hasProofOfItsOwn(operation))) {
        answers.addAPIResponse(code, problems.own(status, refusals.get(status)));
      } else if (possible.getOrDefault(status, false)) {
        answers.addAPIResponse(code, problems.shared(status));
      } else {
        answers.removeAPIResponse(code);
      }
    }
    answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
  }

  private void showExamples(Content content) {
    if (content != null && content.getMediaTypes() != null) {
      for (MediaType body : content.getMediaTypes().values()) {
        examples.show(body, exampleOf(body.getSchema()));
      }
    }
  }

  /** The name under which the example of a body is looked up. */
  private static String exampleOf(Schema schema) {
    if (schema.getRef() != null) {
      return nameOf(schema);
    }
    return schema.getItems() != null && schema.getItems().getRef() != null
        ? nameOf(schema.getItems()) + "List"
        : "";
  }

  private static String nameOf(Schema schema) {
    return schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
  }

  private Parameter parameter(String component) {
    namedParameters.add(component);
    return OASFactory.createParameter().ref(reference(component));
  }

  private static String reference(String parameter) {
    return "#/components/parameters/" + parameter;
  }

  private static Header header(String component) {
    return OASFactory.createHeader().ref("#/components/headers/" + component);
  }
}
