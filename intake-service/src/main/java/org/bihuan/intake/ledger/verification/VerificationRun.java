package org.bihuan.intake.ledger.verification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.LedgerWalk;
import org.bihuan.intake.ledger.verification.VerificationQuestion.VerificationStart;

/** A verification in the background, and where it has come to; it outlives a restart. */
@Entity
@Table(name = "ledger_verification_run")
public class VerificationRun {

  /** How far it is. */
  public enum VerificationStatus {
    /** It goes on, slice by slice. */
    RUNNING,
    /** Everything it looked at fits. */
    VALID,
    /** It has found what does not fit, and ended there. */
    INVALID,
    /** It could not go on, and says nothing of the ledger. */
    BROKEN_OFF
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private VerificationStart start;

  @Enumerated(EnumType.STRING)
  private VerificationStatus status;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "checked_from")
  private long checkedFrom;

  private long sequence;
  private byte[] hash;

  @Column(name = "head_day")
  private LocalDate headDay;

  private byte[] tree;
  private long goal;
  private long heads;

  @Column(name = "broken_sequence")
  private Long brokenSequence;

  @Column(name = "broken_entry")
  private UUID brokenEntry;

  @Column(name = "broken_head")
  private LocalDate brokenHead;

  protected VerificationRun() {}

  /**
   * A run that begins.
   *
   * @param goal entries that the chain has
   */
  static VerificationRun begin(
      VerificationStart start, LedgerWalk.State from, long goal, String requestedBy, Instant now) {
    VerificationRun run = new VerificationRun();
    run.id = UuidCreator.getTimeOrderedEpoch();
    run.start = start;
    run.status = VerificationStatus.RUNNING;
    run.requestedBy = requestedBy;
    run.requestedAt = now;
    run.checkedFrom = from.point().sequence() + 1;
    run.goal = goal;
    run.comeTo(from);
    return run;
  }

  /** Takes over what one more slice has found. */
  void advance(Walked slice, Instant now) {
    comeTo(slice.state());
    goal = slice.head().sequence();
    heads += slice.heads();
    brokenSequence = slice.brokenSequence();
    brokenEntry = slice.brokenEntry();
    brokenHead = slice.brokenHead();
    if (!slice.isWhole() || slice.isAtEnd()) {
      status = slice.isWhole() ? VerificationStatus.VALID : VerificationStatus.INVALID;
      endedAt = now;
    }
  }

  private void comeTo(LedgerWalk.State state) {
    sequence = state.point().sequence();
    hash = state.point().hash();
    headDay = state.day();
    tree = state.tree();
  }

  /** Where it goes on: at the start again, when what is kept of it does not read. */
  LedgerWalk.State goOn() {
    LedgerWalk.State kept = new LedgerWalk.State(new ChainPoint(sequence, hash), headDay, tree);
    if (kept.isReadable()) {
      return kept;
    }
    checkedFrom = 1;
    heads = 0;
    return LedgerWalk.State.START;
  }

  /** Ends it without an answer. */
  void breakOff(Instant now) {
    status = VerificationStatus.BROKEN_OFF;
    endedAt = now;
  }

  UUID id() {
    return id;
  }

  VerificationStart start() {
    return start;
  }

  VerificationStatus status() {
    return status;
  }

  String requestedBy() {
    return requestedBy;
  }

  Instant requestedAt() {
    return requestedAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  long checkedFrom() {
    return checkedFrom;
  }

  long checked() {
    return sequence;
  }

  byte[] hash() {
    return hash;
  }

  long goal() {
    return goal;
  }

  long heads() {
    return heads;
  }

  Long brokenSequence() {
    return brokenSequence;
  }

  UUID brokenEntry() {
    return brokenEntry;
  }

  LocalDate brokenHead() {
    return brokenHead;
  }
}
