package org.bihuan.intake.ledger.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger as a file that can be checked without us. */
@Path("/api/v1/ledger/export")
@Tag(name = "ledger")
public class LedgerExportResource {

  private static final String LINES_OF_JSON = "application/x-ndjson";

  private final LedgerExport export;
  private final LedgerExportTurn turn;

  LedgerExportResource(LedgerExport export, LedgerExportTurn turn) {
    this.export = export;
    this.turn = turn;
  }

  @GET
  @Produces(LINES_OF_JSON)
  @RolesAllowed({Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE, Role.ADMIN})
  @Operation(
      operationId = "exportLedger",
      summary = "The ledger, or a stretch of it, as lines of JSON",
      description =
          "First what it is of, then keys and signed heads, then each entry with all that its "
              + "hash binds, and the end: the file of `./bihuan verify-ledger`. An entry that the "
              + "caller may not read is `withheld`: its hashes alone are there, so that the chain "
              + "goes on. One export runs at a time on each replica.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = LINES_OF_JSON, schema = @Schema(type = SchemaType.STRING)))
  @Refuses(status = 429, when = "Another export is under way (ledger-export-running)")
  public StreamingOutput export(@Valid @BeanParam ExportRange range) {
    turn.begin();
    LedgerExport.Prepared prepared = export.prepare(range);
    return output -> export.write(prepared, output);
  }
}
