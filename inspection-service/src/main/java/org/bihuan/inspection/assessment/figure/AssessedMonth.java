package org.bihuan.inspection.assessment.figure;

import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.formula.Formula;
import org.bihuan.kit.time.Month;

/**
 * A month as it is assessed.
 *
 * @param closing its closing, or {@code null} while it is open
 * @param formula the formula by which it was closed, or that is in force for it
 */
public record AssessedMonth(Month month, MonthClosing closing, Formula formula) {

  public boolean isClosed() {
    return closing != null;
  }

  /** Where its entries are. */
  public Book book() {
    return isClosed() ? Book.closed(month) : Book.LIVE;
  }

  /** The same with what became known later. */
  public Book corrected() {
    return isClosed() ? Book.corrected(month) : Book.LIVE;
  }
}
