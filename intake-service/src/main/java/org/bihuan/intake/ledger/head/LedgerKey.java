package org.bihuan.intake.ledger.head;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import org.hibernate.annotations.Immutable;

/** A public key that has signed heads. */
@Entity
@Immutable
@Table(name = "ledger_key")
public class LedgerKey {

  @Id private String id;
  private String algorithm;

  @Column(name = "public_key")
  private byte[] publicKey;

  private Instant since;

  protected LedgerKey() {}

  KeyView view() {
    return new KeyView(id, algorithm, Base64.getEncoder().encodeToString(publicKey), since);
  }
}
