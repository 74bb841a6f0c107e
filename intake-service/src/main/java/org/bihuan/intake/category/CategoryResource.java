package org.bihuan.intake.category;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Kinds of problems, for forms and filters. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "categories", description = "Kinds of problems")
@Authenticated
public class CategoryResource {

  private final Categories categories;

  CategoryResource(Categories categories) {
    this.categories = categories;
  }

  /**
   * A kind of problem as clients see it.
   *
   * @param englishName name in English
   * @param active whether a problem can be filed under it today
   */
  public record CategoryView(
      @NotNull String code,
      @NotNull String name,
      @NotNull String englishName,
      @NotNull DeadlineClass deadlineClass,
      boolean active) {}

  @GET
  @Operation(
      operationId = "listCategories",
      summary = "Kinds of problems",
      description =
          "By code, with the deadline class that a problem of each kind gets. Retired "
              + "ones are marked, since old problems still name them.")
  public List<CategoryView> list() {
    return categories.ordered().stream()
        .map(
            category ->
                new CategoryView(
                    category.code(),
                    category.name(),
                    category.englishName(),
                    category.deadlineClass(),
                    category.isActive()))
        .toList();
  }
}
