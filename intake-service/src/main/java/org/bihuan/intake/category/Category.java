package org.bihuan.intake.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.EvidenceRule;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;

/** A kind of problem (问题类别): reference data, so that another district can have other kinds. */
@Entity
public class Category {

  @Id private String code;

  @Column(name = "parent_code")
  private String parentCode;

  private String name;

  @Column(name = "english_name")
  private String englishName;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Column(name = "unit_code")
  private String unitCode;

  private String example;

  @Column(name = "counter_example")
  private String counterExample;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "automatic_filing")
  private boolean automaticFiling;

  @Column(name = "filing_threshold")
  private double filingThreshold;

  private List<String> keywords;

  @Enumerated(EnumType.STRING)
  @Column(name = "photo_evidence")
  private EvidenceRule photoEvidence;

  @Enumerated(EnumType.STRING)
  @Column(name = "position_evidence")
  private EvidenceRule positionEvidence;

  @Enumerated(EnumType.STRING)
  @Column(name = "quiet_evidence")
  private EvidenceRule quietEvidence;

  private boolean active;

  /** Whether it was changed here, so that the files of reference data no longer change it. */
  private boolean edited;

  @Version private long version;

  protected Category() {}

  static Category called(String code, CategoryTerms terms) {
    Category category = new Category();
    category.code = code;
    category.photoEvidence = EvidenceRule.ADVISED;
    category.positionEvidence = EvidenceRule.ADVISED;
    category.quietEvidence = EvidenceRule.ADVISED;
    category.change(terms);
    return category;
  }

  /** Replaces everything but the code and the rules of evidence. */
  void change(CategoryTerms terms) {
    parentCode = terms.parentCode();
    name = terms.name();
    englishName = terms.englishName();
    deadlineClass = terms.deadlineClass();
    unitCode = terms.unitCode();
    example = terms.example();
    counterExample = terms.counterExample();
    validFrom = terms.validFrom();
    validUntil = terms.validUntil();
    automaticFiling = terms.automaticFiling();
    filingThreshold = terms.filingThreshold();
    keywords = List.copyOf(terms.keywords());
    active = terms.active();
    edited = true;
  }

  CategoryPublished published() {
    return new CategoryPublished(
        code, name, deadlineClass, active, photoEvidence, positionEvidence, quietEvidence);
  }

  public String code() {
    return code;
  }

  /** Group of the tree it stands under, or {@code null}. */
  public String parentCode() {
    return parentCode;
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

  /** Unit that usually mends it, or {@code null}; the routing rules of dispatch decide. */
  public String unitCode() {
    return unitCode;
  }

  /** What belongs to it, or {@code null}. */
  public String example() {
    return example;
  }

  /** What does not belong to it, and where it belongs, or {@code null}. */
  public String counterExample() {
    return counterExample;
  }

  /** First day on which something can be filed under it, or {@code null} for always. */
  public LocalDate validFrom() {
    return validFrom;
  }

  /** First day on which nothing can be filed under it any more, or {@code null}. */
  public LocalDate validUntil() {
    return validUntil;
  }

  /** Whether something can be filed under it on {@code day}. */
  public boolean isInForceOn(LocalDate day) {
    return active
        && (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || day.isBefore(validUntil));
  }

  /** Least confidence with which a suggestion files itself, 0 to 1. */
  public double filingThreshold() {
    return filingThreshold;
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

  boolean isFiledAutomatically() {
    return automaticFiling;
  }

  long version() {
    return version;
  }

  /** Whether the reference data still has it. */
  public boolean isActive() {
    return active;
  }
}
