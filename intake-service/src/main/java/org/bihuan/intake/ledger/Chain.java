package org.bihuan.intake.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * How an entry's hash is made: SHA-256 over the hash before it and every field, each with its
 * length (ADR 0006).
 */
final class Chain {

  /** Hash before the first entry. */
  static final byte[] START = new byte[32];

  private Chain() {}

  /** A place in the chain and the hash of all up to it. */
  record Point(long sequence, byte[] hash) {

    /** Before the first entry. */
    static final Point START = new Point(0, Chain.START);

    boolean isHash(byte[] other) {
      return Arrays.equals(hash, other);
    }
  }

  /** What of an entry is bound by its hash. */
  record Link(
      long sequence,
      UUID id,
      String kind,
      UUID problemId,
      UUID complaintId,
      Instant occurredAt,
      Instant recordedAt,
      String actorRole,
      String actorUnit,
      String actorSubject,
      String content) {}

  static byte[] hash(byte[] previous, Link link) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + link.content().length());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(previous);
      out.writeLong(link.sequence());
      write(out, link.id());
      write(out, link.kind());
      write(out, link.problemId());
      write(out, link.complaintId());
      write(out, link.occurredAt());
      write(out, link.recordedAt());
      write(out, link.actorRole());
      write(out, link.actorUnit());
      write(out, link.actorSubject());
      write(out, link.content());
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "memory can be written and every Java platform has SHA-256", e);
    }
  }

  /**
   * Length first, so that no two different rows run together into the same bytes; -1 for nothing.
   */
  private static void write(DataOutputStream out, Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
