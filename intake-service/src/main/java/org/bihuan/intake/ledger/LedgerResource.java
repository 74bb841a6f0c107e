package org.bihuan.intake.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The ledger: every fact of the loop, and the proof that none was changed. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger", description = "Every fact of the loop, chained so that a change is found")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.TOP_LEADER,
  Role.LINE_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class LedgerResource {

  private final LedgerDesk desk;
  private final Answers answers;

  LedgerResource(LedgerDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Result of a verification.
   *
   * @param valid whether every sealed entry is in its place, unchanged
   * @param entries entries that fit, from the first on
   * @param checkedFrom place of the first entry that was looked at; 1 unless the check began at the
   *     checkpoint
   * @param unsealed entries written since, not yet in the chain
   * @param sealedAt when the newest seal was made
   * @param head hash of the newest entry; keep it elsewhere, and nobody can rewrite what came
   *     before
   * @param brokenSequence place of the first entry that does not fit
   * @param brokenEntry its id; absent when the entry in that place is gone
   * @param headMatches whether the head that was given is part of the chain up to where it is
   *     whole; absent when none was given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Verification(
      boolean valid,
      long entries,
      long checkedFrom,
      long unsealed,
      Instant sealedAt,
      String head,
      Long brokenSequence,
      UUID brokenEntry,
      Boolean headMatches) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listLedgerEntries",
      summary = "Facts on the ledger, newest first",
      description =
          "Everything that happened to complaints and problems in all three services, "
              + "each entry with its place in the hash chain once it is sealed.")
  public RestResponse<Page<LedgerEntryView>> list(@BeanParam LedgerFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/verification")
  @Operation(
      operationId = "verifyLedger",
      summary = "Check the whole chain and name the first entry that does not fit",
      description =
          "Reckons every hash again, from the first entry on unless `from=CHECKPOINT` is asked "
              + "for, and says where an edit, a deletion, an insertion or a swap begins. A head "
              + "that was kept elsewhere can be given to be compared. One verification runs at a "
              + "time; after one that took longer than a second, the next waits as long.")
  @Refuses(
      status = 429,
      when = "Another one runs (verification-running) or has just ended (verification-too-soon)")
  public Verification verify(@Valid @BeanParam VerificationQuestion question) {
    LedgerVerifier.Finding finding = desk.verify(question);
    return new Verification(
        finding.isWhole(),
        finding.checked(),
        finding.first(),
        finding.unsealed(),
        finding.head().sealedAt(),
        HexFormat.of().formatHex(finding.head().hash()),
        finding.brokenSequence(),
        finding.brokenEntry(),
        finding.headMatches());
  }
}
