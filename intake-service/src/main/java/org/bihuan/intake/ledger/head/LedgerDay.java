package org.bihuan.intake.ledger.head;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.ledger.SignedHead;
import org.hibernate.annotations.Immutable;

/** The end of a day of the ledger, and its signature once it has one. */
@Entity
@Immutable
@Table(name = "ledger_day")
public class LedgerDay {

  @Id private UUID id;
  private LocalDate day;
  private long sequence;
  private byte[] hash;
  private byte[] root;

  @Column(name = "key_id")
  private String keyId;

  private byte[] signature;

  @Column(name = "signed_at")
  private Instant signedAt;

  protected LedgerDay() {}

  UUID id() {
    return id;
  }

  LocalDate day() {
    return day;
  }

  Instant signedAt() {
    return signedAt;
  }

  SignedHead head() {
    return new SignedHead(day, sequence, hash, root, keyId, signature);
  }
}
