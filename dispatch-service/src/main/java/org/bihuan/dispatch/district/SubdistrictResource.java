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

/** The sub-districts of the district. */
@Path("/api/v1/subdistricts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subdistricts", description = "Sub-districts (街道)")
@Authenticated
public class SubdistrictResource {

  private final Subdistricts subdistricts;

  SubdistrictResource(Subdistricts subdistricts) {
    this.subdistricts = subdistricts;
  }

  /** A sub-district as clients see it; {@code code} has nine digits (GB/T 10114). */
  public record SubdistrictView(@NotNull String code, @NotNull String name) {}

  @GET
  @Operation(
      operationId = "listSubdistricts",
      summary = "All sub-districts by code, on one page",
      description = "With the nine-digit codes of GB/T 10114.")
  public Page<SubdistrictView> list() {
    return new Page<>(subdistricts.ordered(), null, null)
        .map(subdistrict -> new SubdistrictView(subdistrict.code(), subdistrict.name()));
  }
}
