package org.bihuan.intake.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.bihuan.kit.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Kinds of problems, for forms and filters. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "categories", description = "Kinds of problems")
@Authenticated
public class CategoryResource {

  private final Categories categories;
  private final CategoryDesk desk;
  private final Answers answers;

  CategoryResource(Categories categories, CategoryDesk desk, Answers answers) {
    this.categories = categories;
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * A kind of problem as clients see it.
   *
   * @param parentCode group of the tree it stands under, or {@code null}
   * @param englishName name in English
   * @param deadlineClass limit class of its problems
   * @param unitCode unit that usually mends it, or {@code null}; the routing rules decide
   * @param example what belongs to it, or {@code null}
   * @param counterExample what does not, and where it belongs, or {@code null}
   * @param validFrom first day on which something can be filed under it, or {@code null} for always
   * @param validUntil first day on which nothing can any more, or {@code null}
   * @param automaticFiling whether anything is filed under it without a hand
   * @param filingThreshold least confidence with which a suggestion files itself, 0 to 1
   * @param keywords words by which a text is recognised as of it
   * @param active whether a problem can be filed under it today
   * @param version for {@code ETag} and {@code If-Match}
   */
  public record CategoryView(
      @NotNull String code,
      String parentCode,
      @NotNull String name,
      @NotNull String englishName,
      @NotNull DeadlineClass deadlineClass,
      String unitCode,
      String example,
      String counterExample,
      LocalDate validFrom,
      LocalDate validUntil,
      boolean automaticFiling,
      double filingThreshold,
      @NotNull List<String> keywords,
      boolean active,
      @JsonIgnore long version)
      implements Versioned {}

  /**
   * The upper level of the tree with what stands under it.
   *
   * @param code of the group
   * @param name in Chinese
   * @param englishName name in English
   * @param categories kinds of problems under it, by code
   */
  public record CategoryBranch(
      @NotNull String code,
      @NotNull String name,
      @NotNull String englishName,
      @NotNull List<CategoryView> categories) {}

  @GET
  @Operation(
      operationId = "listCategories",
      summary = "Kinds of problems",
      description =
          "By code, with the deadline class that a problem of each kind gets. Retired "
              + "ones are marked, since old problems still name them.")
  public List<CategoryView> list() {
    return categories.ordered().stream().map(this::view).toList();
  }

  @GET
  @Path("/tree")
  @Operation(
      operationId = "listCategoryTree",
      summary = "Kinds of problems as a tree of two levels",
      description = "Groups in their order. OTHER, which fits nowhere, stands under none.")
  public List<CategoryBranch> tree() {
    return categories.groups().stream()
        .map(
            group ->
                new CategoryBranch(
                    group.code(),
                    group.name(),
                    group.englishName(),
                    categories.ordered().stream()
                        .filter(category -> group.code().equals(category.parentCode()))
                        .map(this::view)
                        .toList()))
        .toList();
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getCategory",
      summary = "One kind of problem",
      description = "With its `ETag`, which a change names.")
  public RestResponse<CategoryView> read(@PathParam("code") String code) {
    return answers.one(view(desk.existing(code)));
  }

  @POST
  @Path("/{code}")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @ResponseStatus(201)
  @Operation(
      operationId = "addCategory",
      summary = "Add a kind of problem",
      description =
          "Known everywhere within seconds. Without a routing rule for it its problems wait for the"
              + " team, and the recognition model knows it only when it is trained again. Its evidence"
              + " is ADVISED and stays so: no request changes it.")
  @Refuses(
      status = 409,
      when = "There is one of this code (category-exists), or it is OTHER (category-fixed)")
  public RestResponse<CategoryView> add(
      @PathParam("code") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
      CategoryTerms terms) {
    return answers.created("/api/v1/categories/" + code, view(desk.add(code, terms)));
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replaceCategory",
      summary = "Replace or retire a kind of problem",
      description =
          "Needs `If-Match`. From then on the files of reference data no longer change it, not even"
              + " its rules of evidence, which no request changes either. What was filed keeps its"
              + " limit.")
  @Refuses(
      status = 409,
      when =
          "It is OTHER (category-fixed), or it would not be in force today and problems of it are"
              + " under way (category-in-use)")
  public RestResponse<CategoryView> replace(@PathParam("code") String code, CategoryTerms terms) {
    return answers.acted(view(desk.replace(code, terms)));
  }

  private CategoryView view(Category category) {
    return new CategoryView(
        category.code(),
        category.parentCode(),
        category.name(),
        category.englishName(),
        category.deadlineClass(),
        category.unitCode(),
        category.example(),
        category.counterExample(),
        category.validFrom(),
        category.validUntil(),
        category.isFiledAutomatically(),
        category.filingThreshold(),
        category.keywords(),
        categories.isActive(category),
        category.version());
  }
}
