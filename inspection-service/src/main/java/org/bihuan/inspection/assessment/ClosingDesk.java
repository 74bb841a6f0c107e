package org.bihuan.inspection.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.AssessmentClosed;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.entry.EntryKeeper;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.AssessedMonths;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.Month;

/** Closes months. */
@ApplicationScoped
@Transactional
class ClosingDesk {

  private final AssessedMonths months;
  private final MonthRows rows;
  private final EntryKeeper entries;
  private final Outbox outbox;
  private final Caller caller;
  private final Clock clock;

  ClosingDesk(
      AssessedMonths months,
      MonthRows rows,
      EntryKeeper entries,
      Outbox outbox,
      Caller caller,
      Clock clock) {
    this.months = months;
    this.rows = rows;
    this.entries = entries;
    this.outbox = outbox;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Freezes a month as it is now, once and for good.
   *
   * @throws Conflict {@code month-not-over} or {@code month-closed}
   */
  void close(Month month) {
    if (!month.isOver(clock.instant())) {
      throw new Conflict("month-not-over", month);
    }
    // From here on no entry changes until the end of the transaction, and nobody else closes.
    entries.catchUp();
    AssessedMonth open = months.of(month);
    if (open.isClosed()) {
      throw new Conflict("month-closed", month);
    }
    Instant now = clock.instant();
    Actor by = caller.actor();
    MonthClosing closing = months.close(open, by, now);
    int closed = rows.keep(open);
    entries.close(month);
    outbox.announce(
        new AssessmentClosed(
            closing.id(), month.toString(), closing.formulaVersion(), closed, now, by));
  }
}
