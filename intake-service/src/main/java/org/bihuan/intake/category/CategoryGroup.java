package org.bihuan.intake.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The upper level of the tree of categories: reference data, and nothing is filed under it. */
@Entity
@Immutable
@Table(name = "category_group")
public class CategoryGroup {

  @Id private String code;
  private String name;

  @Column(name = "english_name")
  private String englishName;

  private int position;

  protected CategoryGroup() {}

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String englishName() {
    return englishName;
  }

  /** Where it stands in the tree, from 1. */
  public int position() {
    return position;
  }
}
