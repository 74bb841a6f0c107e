package org.bihuan.intake.ledger.head;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public keys of the ledger. */
@Path("/api/v1/ledger/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
@Authenticated
public class KeyResource {

  private final HeadDesk desk;

  KeyResource(HeadDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "listLedgerKeys",
      summary = "Public keys by which heads are checked, oldest first",
      description =
          "All that ever signed a head, so that old ones can still be checked after a change of "
              + "keys. Whoever checks compares them with what it was given on another way.")
  public List<KeyView> list() {
    return desk.keys();
  }
}
