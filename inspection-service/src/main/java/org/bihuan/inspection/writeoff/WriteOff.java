package org.bihuan.inspection.writeoff;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.inspection.recheck.Recheck;
import org.hibernate.annotations.Immutable;

/**
 * One line of the write-off journal (销账). It is entered together with the outcome PASSED of its
 * re-check and is never changed or removed; the database itself refuses a line whose re-check has
 * not passed, and any change.
 */
@Entity
@Immutable
@Table(name = "write_off")
public class WriteOff {

  @Id private UUID id;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "recheck_id")
  private Recheck recheck;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "written_off_at")
  private Instant writtenOffAt;

  protected WriteOff() {}

  /** The line that follows from {@code passed}. */
  static WriteOff of(Recheck passed) {
    WriteOff writeOff = new WriteOff();
    writeOff.id = UuidCreator.getTimeOrderedEpoch();
    writeOff.recheck = passed;
    writeOff.problemId = passed.item().problemId();
    writeOff.itemId = passed.item().itemId();
    writeOff.writtenOffAt = passed.given().doneAt();
    return writeOff;
  }

  public UUID id() {
    return id;
  }

  /** The re-check that found the problem fixed. */
  public Recheck recheck() {
    return recheck;
  }

  public UUID problemId() {
    return problemId;
  }

  public UUID itemId() {
    return itemId;
  }

  public Instant writtenOffAt() {
    return writtenOffAt;
  }
}
