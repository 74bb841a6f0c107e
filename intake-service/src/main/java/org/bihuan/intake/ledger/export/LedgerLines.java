package org.bihuan.intake.ledger.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HexFormat;
import org.bihuan.contract.ledger.ChainEntry;
import org.bihuan.contract.ledger.ChainLink;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.intake.ledger.head.HeadView;
import org.bihuan.intake.ledger.head.KeyView;

/** The lines of an exported ledger, in this order: what {@code ./bihuan verify-ledger} reads. */
final class LedgerLines {

  private static final HexFormat HEX = HexFormat.of();

  private LedgerLines() {}

  /**
   * First line.
   *
   * @param format of the file
   * @param fromSequence place of its first entry
   * @param toSequence place of its last entry, when it was asked to end before the newest one;
   *     without it a file that ends early was cut
   * @param keys how many keys follow
   * @param heads how many heads follow these
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Begin(
      String type, int format, long fromSequence, Long toSequence, int keys, int heads) {

    static Begin of(ExportRange.Range range, int keys, int heads) {
      Long to = range.endsEarly() ? range.to() : null;
      return new Begin("ledger", 1, range.from(), to, keys, heads);
    }
  }

  /** A public key. */
  record Key(String type, String keyId, String algorithm, String publicKey) {

    static Key of(KeyView key) {
      return new Key("key", key.keyId(), key.algorithm(), key.publicKey());
    }
  }

  /** A signed head. */
  record Head(String type, @JsonUnwrapped HeadView head) {

    static Head of(SignedHead head) {
      return new Head("head", HeadView.of(head));
    }
  }

  /**
   * An entry.
   *
   * @param withheld true when the caller may not read it: then only its hashes are there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String type,
      long sequence,
      Boolean withheld,
      @JsonUnwrapped Said said,
      String previousHash,
      String hash) {

    static Entry of(ChainEntry entry) {
      return new Entry(
          "entry",
          entry.sequence(),
          entry.link() == null ? true : null,
          entry.link() == null ? null : Said.of(entry.link()),
          HEX.formatHex(entry.previous()),
          HEX.formatHex(entry.hash()));
    }
  }

  /** What an entry says, each field as the text that was hashed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Said(
      String id,
      String kind,
      String problemId,
      String complaintId,
      String occurredAt,
      String recordedAt,
      String actorRole,
      String actorUnit,
      String actorSubject,
      String content) {

    static Said of(ChainLink link) {
      return new Said(
          link.id(),
          link.kind(),
          link.problemId(),
          link.complaintId(),
          link.occurredAt(),
          link.recordedAt(),
          link.actorRole(),
          link.actorUnit(),
          link.actorSubject(),
          link.content());
    }
  }

  /**
   * Last line: without it the file was cut.
   *
   * @param sequence place of the last entry
   * @param hash of the chain there
   */
  record End(String type, long sequence, String hash) {

    static End at(long sequence, byte[] hash) {
      return new End("end", sequence, HEX.formatHex(hash));
    }
  }
}
