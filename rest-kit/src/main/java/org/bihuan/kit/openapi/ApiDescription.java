package org.bihuan.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;

/**
 * Completes the description of a service at build time with all that follows from the rules every
 * operation obeys, so that a resource method says only what is its own: which problems can be
 * answered, which headers are read and sent, what may be {@code null}, how long a text can be, what
 * each property means by the Javadoc of its record, and the examples. What is the same everywhere
 * is in {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private final IndexView index;

  /**
   * @param index the classes of the service and of the kit
   */
  public ApiDescription(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI description) {
    SchemaRecords records = new SchemaRecords(index);
    new SchemasFilter(description, records).complete();
    new MeaningsFilter(description, records).complete();
    Examples examples = new Examples();
    Problems problems = new Problems(description.getComponents());
    new OperationsFilter(description, index, examples, problems).complete();
    problems.keepOnlyNamed();
    examples.addTo(description.getComponents());
  }

  static Stream<Operation> operations(OpenAPI description) {
    return description.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }
}
