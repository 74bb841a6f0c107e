package org.bihuan.contract.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How an entry's hash is made: SHA-256 over the hash before it, the place as eight bytes and every
 * field, each with its length in four bytes in front, so that no two different entries run together
 * into the same bytes; -1 stands for a field without a value (ADR 0006). Not for several threads.
 */
public final class ChainHash {

  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  private final MessageDigest digest = sha256();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  /** The hash of an entry that follows {@code previous}. */
  public byte[] of(byte[] previous, ChainLink link) {
    digest.update(previous);
    digest.update(number.clear().putLong(link.sequence()).array());
    add(link.id());
    add(link.kind());
    add(link.problemId());
    add(link.complaintId());
    add(link.occurredAt());
    add(link.recordedAt());
    add(link.actorRole());
    add(link.actorUnit());
    add(link.actorSubject());
    add(link.content());
    return digest.digest();
  }

  private void add(String field) {
    if (field == null) {
      addLength(-1);
      return;
    }
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    addLength(bytes.length);
    digest.update(bytes);
  }

  private void addLength(int length) {
    digest.update(number.clear().putInt(length).array(), 0, Integer.BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
