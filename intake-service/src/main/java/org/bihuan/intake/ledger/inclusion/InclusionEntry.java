package org.bihuan.intake.ledger.inclusion;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.ledger.head.DayTree;

/**
 * An entry with all that its hash binds, each as the text that is hashed, and its path to the head
 * of its day.
 *
 * @param sequence place in the chain
 * @param kind wire name of the fact
 * @param complaintId the complaint it is about, or {@code null}
 * @param recordedAt when it was entered
 * @param actorRole role in which somebody acted
 * @param actorUnit unit for which somebody acted, or {@code null}
 * @param actorSubject who acted
 * @param content the fact as JSON, to the letter
 * @param previousHash hash of the entry before it, hexadecimal
 * @param hash its own, which can be reckoned from the rest
 * @param day on which it was sealed: that of the head which binds it
 * @param leafIndex its place in the tree of that day, from 0
 * @param treeSize entries of that tree
 * @param path hashes beside the way up to the root of that head, from below, hexadecimal
 */
public record InclusionEntry(
    long sequence,
    @NotNull String id,
    @NotNull String kind,
    String problemId,
    String complaintId,
    @NotNull String occurredAt,
    @NotNull String recordedAt,
    @NotNull String actorRole,
    String actorUnit,
    @NotNull String actorSubject,
    @NotNull String content,
    @NotNull String previousHash,
    @NotNull String hash,
    @NotNull LocalDate day,
    long leafIndex,
    long treeSize,
    @NotNull List<String> path) {

  static InclusionEntry of(LedgerEntry entry, SignedHead head, DayTree tree, List<byte[]> path) {
    HexFormat hex = HexFormat.of();
    return new InclusionEntry(
        entry.sequence(),
        entry.id().toString(),
        entry.kind(),
        entry.problemId() == null ? null : entry.problemId().toString(),
        entry.complaintId() == null ? null : entry.complaintId().toString(),
        entry.occurredAt().toString(),
        entry.recordedAt().toString(),
        entry.actor().role(),
        entry.actor().unitCode(),
        entry.actor().subject(),
        entry.content(),
        hex.formatHex(entry.previousHash()),
        hex.formatHex(entry.hash()),
        head.day(),
        tree.index(entry.sequence()),
        tree.size(),
        path.stream().map(hex::formatHex).toList());
  }
}
