package org.bihuan.dispatch.routing.clause;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clauses by which it is settled whose business an item is. */
@Path("/api/v1/duty-clauses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "duty-clauses", description = "Whose business something is (职责条款)")
@Authenticated
public class DutyClauseResource {

  private final DutyClauses clauses;

  DutyClauseResource(DutyClauses clauses) {
    this.clauses = clauses;
  }

  /**
   * A duty clause as clients see it.
   *
   * @param code by which a return names it
   * @param text what it says
   * @param categoryCode category it speaks of, or {@code null} for all
   * @param unitCode unit it makes answer, or {@code null} when that depends on the case
   */
  public record DutyClauseView(
      @NotNull String code, @NotNull String text, String categoryCode, String unitCode) {}

  @GET
  @Operation(
      operationId = "listDutyClauses",
      summary = "All duty clauses in their order, on one page",
      description = "A unit that returns an item names one of them.")
  public Page<DutyClauseView> list() {
    return new Page<>(clauses.ordered(), null, null)
        .map(
            clause ->
                new DutyClauseView(
                    clause.code(), clause.text(), clause.categoryCode(), clause.unitCode()));
  }
}
