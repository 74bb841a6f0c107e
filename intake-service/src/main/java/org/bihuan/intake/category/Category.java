package org.bihuan.intake.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.hibernate.annotations.Immutable;

/** A kind of problem (问题类别): reference data, so that another district can have other kinds. */
@Entity
@Immutable
public class Category {

  @Id private String code;
  private String name;

  @Column(name = "english_name")
  private String englishName;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Column(name = "automatic_filing")
  private boolean automaticFiling;

  @Column(name = "filing_threshold")
  private double filingThreshold;

  private List<String> keywords;
  private boolean active;

  protected Category() {}

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String englishName() {
    return englishName;
  }

  /** Limit class of its problems unless the special team chooses another. */
  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  /**
   * Whether a complaint of this kind becomes a problem without anyone's hand.
   *
   * @param confidence that it is of this kind, 0 to 1; 1 when the sender said so
   */
  public boolean isFiledAutomatically(double confidence) {
    return automaticFiling && confidence >= filingThreshold;
  }

  /** Words by which a text is recognised as of this kind. */
  public List<String> keywords() {
    return keywords;
  }

  public boolean isActive() {
    return active;
  }
}
