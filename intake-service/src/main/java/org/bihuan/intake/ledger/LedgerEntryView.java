package org.bihuan.intake.ledger;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry as clients see it.
 *
 * @param kind wire name of the fact, e.g. {@code dispatch.item-issued.v1}
 * @param complaintId the complaint it is about, or {@code null}
 * @param recordedAt when it was entered
 * @param sequence place in the chain, or {@code null} while not yet sealed
 * @param hash hexadecimal SHA-256, or {@code null} while not yet sealed
 * @param content the fact, to the letter as it was hashed
 */
public record LedgerEntryView(
    @NotNull UUID id,
    @NotNull String kind,
    UUID problemId,
    UUID complaintId,
    @NotNull Instant occurredAt,
    @NotNull Instant recordedAt,
    Actor actor,
    Long sequence,
    String hash,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) @NotNull String content) {

  public static LedgerEntryView of(LedgerEntry entry) {
    return new LedgerEntryView(
        entry.id(),
        entry.kind(),
        entry.problemId(),
        entry.complaintId(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.actor(),
        entry.sequence(),
        entry.hash() == null ? null : HexFormat.of().formatHex(entry.hash()),
        entry.content());
  }
}
