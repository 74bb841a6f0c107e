package org.bihuan.dispatch.district;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The work line to which a category belongs: its leader is told, and its weekly meeting decides.
 * Reference data.
 */
@Entity
@Table(name = "line_category")
public class LineCategory {

  @Id
  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "line_code")
  private String lineCode;

  protected LineCategory() {}

  public static LineCategory of(String categoryCode, String lineCode) {
    LineCategory category = new LineCategory();
    category.categoryCode = categoryCode;
    category.lineCode = lineCode;
    return category;
  }

  public String lineCode() {
    return lineCode;
  }
}
