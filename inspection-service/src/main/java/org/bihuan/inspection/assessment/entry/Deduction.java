package org.bihuan.inspection.assessment.entry;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.bihuan.inspection.assessment.closing.Book;

/** An entry of an assessment that takes points off, in one of the books. */
@Entity
@Table(name = "assessed_deduction")
public class Deduction {

  @Id private UUID id;
  private String book;
  private UUID entry;

  @Column(name = "item_entry")
  private UUID itemEntry;

  @Embedded private Subject subject;

  @Column(name = "unit_code")
  private String unitCode;

  @Embedded private Deducted deducted;

  protected Deduction() {}

  static Deduction of(Book book, UUID entry, Tenure tenure) {
    Deduction deduction = new Deduction();
    deduction.id = UuidCreator.getTimeOrderedEpoch();
    deduction.book = book.name();
    deduction.entry = entry;
    deduction.itemEntry = tenure.entry();
    deduction.take(tenure);
    return deduction;
  }

  void take(Tenure tenure) {
    subject = tenure.subject();
    unitCode = tenure.duty().unitCode();
    deducted = tenure.deductions().get(entry);
  }

  /** Whether the facts say what it says. */
  boolean says(Tenure tenure) {
    return subject.equals(tenure.subject())
        && unitCode.equals(tenure.duty().unitCode())
        && deducted.equals(tenure.deductions().get(entry));
  }

  public UUID id() {
    return id;
  }

  /** The re-check that it is for, or the judgement; the same in every book. */
  public UUID entry() {
    return entry;
  }

  /** The unit's time with the item. */
  public UUID itemEntry() {
    return itemEntry;
  }

  public Subject subject() {
    return subject;
  }

  public String unitCode() {
    return unitCode;
  }

  public Deducted deducted() {
    return deducted;
  }
}
