package org.bihuan.intake.ledger;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.bihuan.kit.text.SearchText;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the ledger are asked for. */
@Sorted("occurredAt")
public class LedgerFilter extends PageRequest {

  /** Two look-ups in two indexes: with OR, the whole ledger would be read. */
  private static final String OF_SERIAL =
      """
      e.id in (
        select o.id from LedgerEntry o join Problem p on o.problemId = p.id
        where function(serial_key as String, p.serial) = %s
        union
        select o.id from LedgerEntry o join Complaint c on o.complaintId = c.id
        where function(serial_key as String, c.problem.serial) = %s)
      """;

  @Parameter(description = "Only those of this problem")
  @QueryParam("problemId")
  UUID problemId;

  @Parameter(
      description =
          "Only those about the problem with this number and its complaints, whatever brackets,"
              + " blanks, case and width it is written with")
  @QueryParam("serial")
  String serial;

  @Parameter(description = "Only those about this complaint")
  @QueryParam("complaintId")
  UUID complaintId;

  @Parameter(description = "Only those of this kind; repeat it for more than one")
  @QueryParam("kind")
  @CodeOf(EntryKinds.class)
  List<String> kind;

  @Parameter(description = "Only those happened at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those happened before this moment")
  @QueryParam("to")
  Instant to;

  Criteria criteria() {
    Criteria criteria = serial == null ? new Criteria() : ofSerial();
    return criteria
        .equal("problemId", problemId)
        .equal("complaintId", complaintId)
        .in("kind", kind)
        .from("occurredAt", from)
        .before("occurredAt", to);
  }

  private Criteria ofSerial() {
    String key = SearchText.serialKey(serial);
    return new Criteria().where(OF_SERIAL, key, key);
  }
}
