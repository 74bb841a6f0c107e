package org.bihuan.intake.open311.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.kit.web.ErrorForm;

/**
 * Refusals as GeoReport v2 has them: a list of {@code code} and {@code description}. The standard
 * says 404 for what there is not, 403 for a bad key and 400 for all else that the sender did; what
 * is about HTTP rather than the request (405, 413, 415, 429, 503 and so on) stays what it is.
 */
@Singleton
class Open311Errors implements ErrorForm {

  private static final Map<Integer, Integer> IN_THE_STANDARD =
      Map.of(401, 403, 409, 400, 412, 400, 422, 400, 428, 400);

  private final ObjectMapper json;

  Open311Errors(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean isFor(String path) {
    return Open311.isAt(path);
  }

  @Override
  public Written write(JsonNode problem, String path) {
    int known = problem.path("status").asInt();
    int status = IN_THE_STANDARD.getOrDefault(known, known);
    JsonNode errors = json.valueToTree(errors(problem, String.valueOf(status)));
    String form = Open311.form(path);
    String body = form.equals(Open311.JSON) ? errors.toString() : Xml.document("errors", errors);
    return new Written(status, form + ";charset=UTF-8", body);
  }

  private static List<Open311Error> errors(JsonNode problem, String code) {
    if (problem.path("errors").isEmpty()) {
      String words = problem.path("title").asText() + ": " + problem.path("detail").asText();
      return List.of(error(code, words, problem));
    }
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(
            fault ->
                error(
                    code,
                    fault.path("field").asText() + ": " + fault.path("message").asText(),
                    fault))
        .toList();
  }

  private static Open311Error error(String code, String words, JsonNode about) {
    return new Open311Error(code, words + " (" + about.path("code").asText() + ")");
  }
}
