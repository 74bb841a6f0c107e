package org.bihuan.dispatch.district;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A category of problems as intake-service has published it, in use or not. */
@Entity
public class Category {

  @Id private String code;
  private String name;

  protected Category() {}

  static Category of(String code, String name) {
    Category category = new Category();
    category.code = code;
    category.name = name;
    return category;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }
}
