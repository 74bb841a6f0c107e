package org.bihuan.dispatch.routing.route;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A category in which what nobody owns goes to the fallback unit (兜底单位), e.g. cables without an
 * owner [brief]. Reference data.
 */
@Entity
@Table(name = "fallback_category")
public class FallbackCategory {

  @Id
  @Column(name = "category_code")
  private String categoryCode;

  protected FallbackCategory() {}

  static FallbackCategory of(String categoryCode) {
    FallbackCategory category = new FallbackCategory();
    category.categoryCode = categoryCode;
    return category;
  }

  String categoryCode() {
    return categoryCode;
  }
}
