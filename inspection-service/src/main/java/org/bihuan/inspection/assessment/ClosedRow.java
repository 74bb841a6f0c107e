package org.bihuan.inspection.assessment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.kit.time.Month;
import org.hibernate.annotations.Immutable;

/** A row of a closed month as it was computed. */
@Entity
@Immutable
@Table(name = "closed_row")
public class ClosedRow {

  @Id private UUID id;
  private String month;

  @Enumerated(EnumType.STRING)
  private Assessed kind;

  private int place;

  @Column(name = "content")
  private String content;

  protected ClosedRow() {}

  /**
   * Keeps a row.
   *
   * @param place in the order of the rows, from 0
   * @param content the row as JSON
   */
  static ClosedRow of(Month month, Assessed kind, int place, String content) {
    ClosedRow row = new ClosedRow();
    row.id = UuidCreator.getTimeOrderedEpoch();
    row.month = month.toString();
    row.kind = kind;
    row.place = place;
    row.content = content;
    return row;
  }

  /** The row as JSON. */
  String content() {
    return content;
  }
}
