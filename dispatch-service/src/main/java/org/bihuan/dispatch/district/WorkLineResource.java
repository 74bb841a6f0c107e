package org.bihuan.dispatch.district;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The work lines of the district. */
@Path("/api/v1/work-lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work-lines", description = "Work lines (战线)")
@Authenticated
public class WorkLineResource {

  private final WorkLines lines;

  WorkLineResource(WorkLines lines) {
    this.lines = lines;
  }

  /** A work line as clients see it. */
  public record WorkLineView(@NotNull String code, @NotNull String name) {}

  @GET
  @Operation(
      operationId = "listWorkLines",
      summary = "All work lines in their order, on one page",
      description = "The lines of work into which the district's tasks are divided.")
  public Page<WorkLineView> list() {
    return new Page<>(lines.ordered(), null, null)
        .map(line -> new WorkLineView(line.code(), line.name()));
  }
}
