package org.bihuan.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.kit.web.OtherStandard;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** How an operation by a standard of others answers: in JSON and XML, refusals in its own form. */
final class OtherStandardFilter {

  private static final DotName OTHER_STANDARD = DotName.createSimple(OtherStandard.class);
  private static final String JSON = "application/json";
  private static final String XML = "text/xml";

  private static final Map<Integer, String> REFUSALS =
      Map.of(
          400, "The request is not valid; each fault is an error of the list",
          403, "The key or the login is missing or not valid",
          404, "There is no such thing",
          408, "The body did not arrive in time",
          413, "The body is larger than allowed",
          414, "The address is too long",
          415, "This operation does not take this Content-Type",
          431, "Headers too large",
          500, "Something failed here",
          503, "Too busy, or the database cannot be reached; see `Retry-After`");

  /**
   * Describes the end of the address, XML as what it is, a text, and every refusal as a list of
   * errors.
   *
   * @param refusals the operation's own, by status
   * @param ofOne whether its path names a record
   */
  void describe(
      Operation operation, MethodInfo method, Map<Integer, String> refusals, boolean ofOne) {
    describeForm(operation);
    APIResponses answers = operation.getResponses();
    answers.getAPIResponses().values().forEach(answer -> describeXml(answer.getContent()));
    Map<Integer, String> possible = new TreeMap<>(REFUSALS);
    if (!ofOne) {
      possible.remove(404);
    }
    if (operation.getRequestBody() == null) {
      possible.remove(415);
    }
    possible.putAll(refusals);
    Schema errors = errors(method);
    possible.forEach(
        (status, words) -> answers.addAPIResponse(String.valueOf(status), refusal(words, errors)));
    answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
  }

  /** No method reads it: it is looked at before the resource, and for refusals too. */
  private static void describeForm(Operation operation) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        OASFactory.createParameter()
            .name("format")
            .in(Parameter.In.PATH)
            .required(true)
            .description("Form of the answer")
            .schema(
                OASFactory.createSchema()
                    .addType(SchemaType.STRING)
                    .enumeration(List.of("json", "xml"))));
    if (operation.getParameters() != null) {
      parameters.addAll(operation.getParameters());
    }
    operation.setParameters(parameters);
  }

  private static Schema errors(MethodInfo method) {
    String error =
        method
            .declaringClass()
            .declaredAnnotation(OTHER_STANDARD)
            .value("error")
            .asClass()
            .name()
            .withoutPackagePrefix();
    return OASFactory.createSchema()
        .addType(SchemaType.ARRAY)
        .maxItems(100)
        .items(OASFactory.createSchema().ref("#/components/schemas/" + error));
  }

  private static APIResponse refusal(String words, Schema errors) {
    Content content =
        OASFactory.createContent()
            .addMediaType(JSON, OASFactory.createMediaType().schema(errors))
            .addMediaType(XML, OASFactory.createMediaType());
    describeXml(content);
    return OASFactory.createAPIResponse().description(words).content(content);
  }

  private static void describeXml(Content content) {
    if (content != null && content.hasMediaType(XML)) {
      content
          .getMediaType(XML)
          .setSchema(
              OASFactory.createSchema()
                  .addType(SchemaType.STRING)
                  .description("The same in XML")
                  .format("xml")
                  .maxLength(Integer.MAX_VALUE));
      content.getMediaType(XML).setExamples(null);
    }
  }
}
