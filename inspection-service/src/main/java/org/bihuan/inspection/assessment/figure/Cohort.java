package org.bihuan.inspection.assessment.figure;

import java.util.Collection;
import java.util.UUID;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.time.Month;

/** Which entries of a month a share is of: those for which the moment it goes by lies in it. */
public enum Cohort {
  /** 应结: the limit ends in the month; the unit has the item, and it was not called off. */
  DUE("duty.dueAt", "dueMonth", "e.duty.current = true and e.duty.cancelled = false"),
  /** Put on an order in the month. */
  ISSUED("duty.issuedAt", "issuedMonth", "1 = 1"),
  /** A reply was reviewed for the first time in the month. */
  REVIEWED("handling.firstReviewAt", "firstReviewMonth", "e.handling.firstReviewAt is not null"),
  /** A re-check gave its first verdict in the month. */
  FIRST_CHECKED(
      "checking.firstVerdictAt", "firstVerdictMonth", "e.checking.firstVerdictAt is not null"),
  /** A re-check gave its latest verdict in the month. */
  CHECKED("checking.lastVerdictAt", "lastVerdictMonth", "e.checking.lastVerdictAt is not null"),
  /** Written off in the month. */
  WRITTEN_OFF("checking.writtenOffAt", "writtenOffMonth", "e.checking.writtenOffAt is not null");

  private final String moment;
  private final String month;
  private final String condition;

  Cohort(String moment, String month, String condition) {
    this.moment = moment;
    this.month = month;
    this.condition = condition;
  }

  /**
   * Its entries in a book.
   *
   * @param exempt false for those that count, true for those that would if they were not exempt
   */
  public Criteria in(Book book, Month month, boolean exempt) {
    return new Criteria()
        .equal("book", book.name())
        .equal("exempt", exempt)
        .from(moment, month.from())
        .before(moment, month.to())
        .where(condition);
  }

  /** Its entries about these problems that count, in whatever month. */
  public Criteria about(Collection<UUID> problems, Book book) {
    return new Criteria()
        .equal("book", book.name())
        .equal("exempt", false)
        .in("subject.problemId", problems)
        .where(condition);
  }

  /** Where an entry says in which month it is counted. */
  public String monthPath() {
    return month;
  }
}
