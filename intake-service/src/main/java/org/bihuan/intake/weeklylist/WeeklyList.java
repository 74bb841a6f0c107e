package org.bihuan.intake.weeklylist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.kit.time.Week;
import org.hibernate.annotations.Immutable;

/**
 * The problem list of a week (周问题清单): what was filed in it, and what earlier ones left unfinished
 * [brief]. One list runs; at the end of its week it is frozen for good, and the next one begins.
 */
@Entity
@Immutable
@Table(name = "weekly_list")
class WeeklyList {

  @Id private LocalDate monday;

  @Column(name = "frozen_at")
  private Instant frozenAt;

  private Integer rows;
  private Integer carried;
  private Integer finished;

  @Column(name = "entry_id")
  private UUID entryId;

  protected WeeklyList() {}

  /**
   * How many problems are on a list.
   *
   * @param rows all of them
   * @param carried those that an earlier list left unfinished
   * @param finished those that have ended, in whatever way
   */
  record Counts(long rows, long carried, long finished) {

    long added() {
      return rows - carried;
    }
  }

  Week week() {
    return new Week(monday);
  }

  boolean isFrozen() {
    return frozenAt != null;
  }

  /** {@code null} as long as it runs. */
  Instant frozenAt() {
    return frozenAt;
  }

  /** The entry of the ledger that keeps the hash of its rows; {@code null} as long as it runs. */
  UUID entryId() {
    return entryId;
  }

  /** As they were when it was frozen. */
  Counts counts() {
    return new Counts(rows, carried, finished);
  }

  /**
   * The moment by which its limits are measured: the end of its week for one that is frozen,
   * however late that was done.
   */
  Instant asOf(Instant now) {
    return isFrozen() ? week().to() : now;
  }
}
