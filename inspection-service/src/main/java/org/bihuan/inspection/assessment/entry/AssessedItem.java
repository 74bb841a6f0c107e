package org.bihuan.inspection.assessment.entry;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.kit.time.Month;

/** An entry of an assessment: a unit's time with an order item, in one of the books. */
@Entity
@Table(name = "assessed_item")
public class AssessedItem {

  @Id private UUID id;
  private String book;
  private UUID entry;

  @Embedded private Subject subject;
  @Embedded private Duty duty;
  @Embedded private Handling handling;
  @Embedded private Checking checking;
  private boolean exempt;

  /** Where it is counted, as the database writes it: unit, sub-district, category and class. */
  @Column(insertable = false, updatable = false)
  private String cell;

  // Months as the database writes them, 202611.
  @Column(name = "issued_month", insertable = false, updatable = false)
  private Integer issuedMonth;

  @Column(name = "due_month", insertable = false, updatable = false)
  private Integer dueMonth;

  @Column(name = "first_review_month", insertable = false, updatable = false)
  private Integer firstReviewMonth;

  @Column(name = "first_verdict_month", insertable = false, updatable = false)
  private Integer firstVerdictMonth;

  @Column(name = "last_verdict_month", insertable = false, updatable = false)
  private Integer lastVerdictMonth;

  @Column(name = "written_off_month", insertable = false, updatable = false)
  private Integer writtenOffMonth;

  protected AssessedItem() {}

  static AssessedItem of(Book book, Tenure tenure) {
    AssessedItem item = new AssessedItem();
    item.id = UuidCreator.getTimeOrderedEpoch();
    item.book = book.name();
    item.entry = tenure.entry();
    item.take(tenure);
    return item;
  }

  void take(Tenure tenure) {
    subject = tenure.subject();
    duty = tenure.duty();
    handling = tenure.handling();
    checking = tenure.checking();
    exempt = tenure.exempt();
  }

  /** Whether the facts say what it says. */
  boolean says(Tenure tenure) {
    return tenure().isLike(tenure);
  }

  /** Whether it is in any figure of {@code month}. */
  public boolean touches(Month month) {
    return tenure().touches(month);
  }

  private Tenure tenure() {
    return new Tenure(entry, subject, duty, handling, checking, exempt, Map.of());
  }

  public UUID id() {
    return id;
  }

  /** The same in every book. */
  public UUID entry() {
    return entry;
  }

  public Subject subject() {
    return subject;
  }

  public Duty duty() {
    return duty;
  }

  public Handling handling() {
    return handling;
  }

  public Checking checking() {
    return checking;
  }

  /** Whether it is in no figure. */
  public boolean isExempt() {
    return exempt;
  }
}
