package org.bihuan.kit.description;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What every operation reads and answers beside its own: headers, problems, examples. */
final class OperationsFilter {

  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
  private static final DotName RESPONSE = DotName.createSimple(Response.class);
  private static final String IDEMPOTENCY_KEY = "#/components/parameters/IdempotencyKey";
  private static final int LONGEST_IN_PATH = 100;

  /** What Quarkus says of the 403 that it adds wherever roles are named. */
  private static final String FRAMEWORKS_WORDS = "Not Allowed";

  private final OpenAPI description;
  private final Examples examples;
  private final Map<String, String> rolesOfOtherSchemes;
  private final Map<String, MethodInfo> methods = new HashMap<>();
  private final Set<String> namedResponses = new TreeSet<>();
  private final Set<String> namedParameters = new TreeSet<>();

  OperationsFilter(OpenAPI description, IndexView index, Examples examples) {
    this.description = description;
    this.examples = examples;
    this.rolesOfOtherSchemes = DocumentFilter.rolesOfOtherSchemes(description);
    for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
      methods.put(operation.value("operationId").asString(), operation.target().asMethod());
    }
  }

  void complete() {
    addComponents(description.getComponents());
    description
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((verb, operation) -> complete(path, item, verb, operation)));
    ProblemsFilter.keepOnly(description.getComponents(), namedResponses);
    Components components = description.getComponents();
    Set.copyOf(components.getParameters().keySet()).stream()
        .filter(name -> !namedParameters.contains(name))
        .forEach(components::removeParameter);
  }

  private void complete(String path, PathItem item, PathItem.HttpMethod verb, Operation operation) {
    MethodInfo method = methods.get(operation.getOperationId());
    List<Parameter> parameters = new ArrayList<>();
    if (item.getParameters() != null) {
      parameters.addAll(item.getParameters());
    }
    if (operation.getParameters() != null) {
      parameters.addAll(operation.getParameters());
    }
    parameters.forEach(parameter -> bound(path, parameter));

    boolean readsKeyItself =
        parameters.stream().anyMatch(parameter -> IDEMPOTENCY_KEY.equals(parameter.getRef()));
    boolean repeatable = readsKeyItself || method.hasAnnotation(IdempotentRequest.class);
    boolean read = verb == PathItem.HttpMethod.GET;
    boolean replaces = verb == PathItem.HttpMethod.PUT || verb == PathItem.HttpMethod.PATCH;
    boolean ofOne = path.contains("{");
    boolean paged = parameters.stream().anyMatch(parameter -> "cursor".equals(parameter.getName()));
    boolean tagged = answersWithHeaders(method) && !paged;
    boolean conditional = replaces || repeatable && ofOne && !read;

    if (readsKeyItself) {
      namedParameters.add("IdempotencyKey");
    } else if (repeatable) {
      operation.addParameter(parameter("IdempotencyKey"));
    }
    boolean compared = conditional || read && tagged;
    if (compared) {
      operation.addParameter(parameter(replaces ? "IfMatchRequired" : "IfMatch"));
    }
    if (read && tagged) {
      operation.addParameter(parameter("IfNoneMatch"));
    }
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setRequired(true);
      operation
          .getRequestBody()
          .getContent()
          .getMediaTypes()
          .values()
          .forEach(body -> examples.show(body, schemaOf(body.getSchema())));
    }
    Set<String> roles = roles(operation);
    boolean open =
        method.hasDeclaredAnnotation(PermitAll.class)
            || method.declaringClass().hasDeclaredAnnotation(PermitAll.class) && roles.isEmpty();
    boolean loginChecked = !open || operation.getResponses().getAPIResponse("401") != null;
    secure(operation, open, loginChecked, roles);
    succeed(operation, repeatable, paged, tagged, read);

    List<ProblemKind> problems = new ArrayList<>(List.of(ProblemKind.BAD_REQUEST));
    addWhen(loginChecked, problems, ProblemKind.UNAUTHORIZED);
    problems.add(ProblemKind.FORBIDDEN);
    addWhen(ofOne, problems, ProblemKind.NOT_FOUND);
    problems.add(ProblemKind.NOT_ACCEPTABLE);
    addWhen(!read, problems, ProblemKind.CONFLICT);
    addWhen(compared, problems, ProblemKind.PRECONDITION_FAILED);
    problems.add(ProblemKind.TOO_SLOW);
    problems.add(ProblemKind.TOO_LARGE);
    problems.add(ProblemKind.ADDRESS_TOO_LONG);
    addWhen(operation.getRequestBody() != null, problems, ProblemKind.UNSUPPORTED);
    problems.add(ProblemKind.HEADERS_TOO_LARGE);
    addWhen(repeatable, problems, ProblemKind.KEY_REUSED);
    addWhen(replaces, problems, ProblemKind.PRECONDITION_REQUIRED);
    problems.add(ProblemKind.FAILED);
    problems.add(ProblemKind.UNAVAILABLE);
    refuse(operation, problems);
  }

  /** A method that answers a {@code Response}, at once or later, sets headers such as the tag. */
  private static boolean answersWithHeaders(MethodInfo method) {
    Type answer = method.returnType();
    return answer.name().equals(RESPONSE)
        || answer.kind() == Type.Kind.PARAMETERIZED_TYPE
            && answer.asParameterizedType().arguments().get(0).name().equals(RESPONSE);
  }

  private static void addWhen(boolean possible, List<ProblemKind> problems, ProblemKind kind) {
    if (possible) {
      problems.add(kind);
    }
  }

  /** Paths name what a record is one of: {@code /api/v1/complaints/{id}}. */
  private static void bound(String path, Parameter parameter) {
    if (parameter.getIn() == Parameter.In.PATH) {
      String before = path.substring(0, path.indexOf("/{" + parameter.getName() + "}"));
      if (parameter.getDescription() == null) {
        parameter.setDescription(
            "Which of `" + before.substring(before.lastIndexOf('/') + 1) + "`");
      }
      Schema schema = parameter.getSchema();
      if (isOf(schema, SchemaType.STRING) && schema.getFormat() == null) {
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

  /** Roles that may use an operation; empty when a login is enough, or none is needed. */
  private static Set<String> roles(Operation operation) {
    Set<String> roles = new TreeSet<>();
    if (operation.getSecurity() == null) {
      return roles;
    }
    operation
        .getSecurity()
        .forEach(requirement -> requirement.getSchemes().values().forEach(roles::addAll));
    return roles;
  }

  private void secure(Operation operation, boolean open, boolean loginChecked, Set<String> roles) {
    if (open) {
      List<SecurityRequirement> optional = new ArrayList<>();
      if (loginChecked) {
        optional.add(OASFactory.createSecurityRequirement());
        optional.add(OASFactory.createSecurityRequirement().addScheme(DocumentFilter.TOKEN));
        optional.add(OASFactory.createSecurityRequirement().addScheme(DocumentFilter.PROVIDER));
        rolesOfOtherSchemes
            .keySet()
            .forEach(
                scheme -> optional.add(OASFactory.createSecurityRequirement().addScheme(scheme)));
      }
      operation.setSecurity(optional);
      return;
    }
    // Quarkus names the roles under whichever scheme it knows; here each stands under its own.
    List<SecurityRequirement> needed = new ArrayList<>();
    needed.add(
        OASFactory.createSecurityRequirement().addScheme(DocumentFilter.TOKEN, List.copyOf(roles)));
    needed.add(OASFactory.createSecurityRequirement().addScheme(DocumentFilter.PROVIDER));
    rolesOfOtherSchemes.forEach(
        (scheme, role) -> {
          if (roles.isEmpty() || roles.contains(role)) {
            needed.add(OASFactory.createSecurityRequirement().addScheme(scheme, List.of(role)));
          }
        });
    operation.setSecurity(needed);
  }

  private void succeed(
      Operation operation, boolean repeatable, boolean paged, boolean tagged, boolean read) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("2")) {
                if (paged) {
                  answer.addHeader("Link", ProblemsFilter.reference("Link"));
                }
                if (tagged) {
                  answer.addHeader(HttpHeaders.ETAG, ProblemsFilter.reference("ETag"));
                }
                if (status.equals("201")) {
                  answer.addHeader(HttpHeaders.LOCATION, ProblemsFilter.reference("Location"));
                }
                if (repeatable) {
                  answer.addHeader(
                      "Idempotency-Replayed", ProblemsFilter.reference("IdempotencyReplayed"));
                }
                if (answer.getContent() != null && answer.getContent().getMediaTypes() != null) {
                  answer
                      .getContent()
                      .getMediaTypes()
                      .values()
                      .forEach(body -> examples.show(body, schemaOf(body.getSchema())));
                }
              }
            });
    if (read && tagged) {
      name(operation.getResponses(), "304", "NotModified");
    }
  }

  private void refuse(Operation operation, List<ProblemKind> problems) {
    APIResponses answers = operation.getResponses();
    for (ProblemKind kind : ProblemKind.all()) {
      String status = String.valueOf(kind.status());
      APIResponse own = answers.getAPIResponse(status);
      boolean wordsOfItsOwn =
          own != null
              && kind != ProblemKind.BAD_REQUEST
              && kind != ProblemKind.UNAUTHORIZED
              && (kind != ProblemKind.FORBIDDEN || !FRAMEWORKS_WORDS.equals(own.getDescription()));
      if (wordsOfItsOwn) {
        ProblemsFilter.complete(own, kind);
      } else if (problems.contains(kind)) {
        name(answers, status, kind.name());
      } else {
        answers.removeAPIResponse(status);
      }
    }
    answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
  }

  private void name(APIResponses answers, String status, String component) {
    namedResponses.add(component);
    answers.addAPIResponse(
        status, OASFactory.createAPIResponse().ref("#/components/responses/" + component));
  }

  /** The name under which the example of a body is looked up. */
  private static String schemaOf(Schema schema) {
    if (schema.getRef() != null) {
      return schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    }
    return schema.getItems() != null && schema.getItems().getRef() != null
        ? schemaOf(schema.getItems()) + "List"
        : "";
  }

  private Parameter parameter(String component) {
    namedParameters.add(component);
    return OASFactory.createParameter().ref("#/components/parameters/" + component);
  }

  private static void addComponents(Components components) {
    components
        .addParameter(
            "IdempotencyKey",
            header(
                "Idempotency-Key",
                "Makes the request safe to repeat: the same key with the same body gives the first"
                    + " answer again. Kept for 48 hours.",
                false,
                text(255, "^[\\x20-\\x7e]+$")))
        .addParameter(
            "IfMatch",
            header(
                HttpHeaders.IF_MATCH,
                "The `ETag` of the record that the first `{}` of the path names, as the caller"
                    + " knows it; refused when it is no longer current",
                false,
                tag()))
        .addParameter(
            "IfMatchRequired",
            header(
                HttpHeaders.IF_MATCH,
                "The `ETag` of the record that is replaced; refused when it is no longer current",
                true,
                tag()))
        .addParameter(
            "IfNoneMatch",
            header(
                HttpHeaders.IF_NONE_MATCH,
                "The `ETag` the caller has; 304 while it is still current",
                false,
                tag()))
        .addHeader("ETag", ProblemsFilter.header("Version of this rendition", tag()))
        .addHeader(
            "Location",
            ProblemsFilter.header("Address of the new record", text(1000, null).format("uri")))
        .addHeader(
            "Link",
            ProblemsFilter.header(
                "Address of the next page with `rel=\"next\"`, after RFC 8288; absent on the last",
                text(8000, "^<.+>; rel=\"next\"$")))
        .addHeader(
            "IdempotencyReplayed",
            ProblemsFilter.header(
                "Sent with `true` when this is the stored answer to an earlier request",
                OASFactory.createSchema().addType(SchemaType.BOOLEAN).constValue(true)))
        .addResponse(
            "NotModified",
            OASFactory.createAPIResponse()
                .description("The caller's rendition is still current")
                .addHeader(HttpHeaders.ETAG, ProblemsFilter.reference("ETag")));
  }

  private static Parameter header(String name, String words, boolean required, Schema schema) {
    return OASFactory.createParameter()
        .in(Parameter.In.HEADER)
        .name(name)
        .description(words)
        .required(required)
        .schema(schema);
  }

  private static Schema tag() {
    return text(1000, "^(\\*|(W/)?\"[^\"]*\".*)$");
  }

  private static Schema text(int longest, String pattern) {
    Schema schema =
        OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(longest);
    return pattern == null ? schema : schema.pattern(pattern);
  }
}
