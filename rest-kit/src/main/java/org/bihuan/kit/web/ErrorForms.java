package org.bihuan.kit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Finds the form in which a refusal is written: a problem, unless another standard holds. */
@Singleton
public class ErrorForms {

  private final Instance<ErrorForm> forms;
  private final ObjectMapper json;

  ErrorForms(@Any Instance<ErrorForm> forms, ObjectMapper json) {
    this.forms = forms;
    this.json = json;
  }

  /**
   * The refusal in the form of another standard; nothing where it is a problem.
   *
   * @param problem the problem, as it would be written
   */
  public Optional<ErrorForm.Written> written(Object problem, String path) {
    return forms.stream()
        .filter(form -> path != null && form.isFor(path))
        .findFirst()
        .map(form -> form.write(json.valueToTree(problem), path));
  }

  /** The answer in the form that holds at {@code path}, with the headers of the problem. */
  Response fitted(Response problem, String path) {
    return written(problem.getEntity(), path)
        .map(
            written ->
                Response.fromResponse(problem)
                    .status(written.status())
                    .type(written.mediaType())
                    .entity(written.body())
                    .build())
        .orElse(problem);
  }
}
