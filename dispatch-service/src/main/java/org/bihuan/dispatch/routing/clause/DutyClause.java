package org.bihuan.dispatch.routing.clause;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A clause that says whose business something is (职责条款). A unit that returns an item names one, so
 * that the special team decides by it and not by who argues longer. Reference data.
 */
@Entity
@Table(name = "duty_clause")
public class DutyClause {

  @Id private String code;
  private String text;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "unit_code")
  private String unitCode;

  private int position;

  protected DutyClause() {}

  /**
   * A clause in the place the reference file gives it.
   *
   * @param categoryCode category it speaks of, or {@code null} for all
   * @param unitCode unit it makes answer, or {@code null} when that depends on the case
   */
  public static DutyClause of(
      String code, String text, String categoryCode, String unitCode, int position) {
    DutyClause clause = new DutyClause();
    clause.code = code;
    clause.text = text;
    clause.categoryCode = categoryCode;
    clause.unitCode = unitCode;
    clause.position = position;
    return clause;
  }

  public String code() {
    return code;
  }

  public String text() {
    return text;
  }

  public String categoryCode() {
    return categoryCode;
  }

  public String unitCode() {
    return unitCode;
  }
}
