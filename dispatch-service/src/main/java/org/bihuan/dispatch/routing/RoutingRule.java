package org.bihuan.dispatch.routing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Which unit gets the problems of a category, everywhere or in one sub-district, for a span of
 * time. A rule is never changed: a newer one for the same category and place takes over from its
 * first moment.
 */
@Entity
@Table(name = "routing_rule")
public class RoutingRule {

  @Id private UUID id;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "lead_unit_code")
  private String leadUnitCode;

  @ElementCollection
  @CollectionTable(name = "routing_rule_joint_unit", joinColumns = @JoinColumn(name = "rule_id"))
  @OrderColumn(name = "position")
  @Column(name = "unit_code")
  private List<String> jointUnitCodes = new ArrayList<>();

  @Column(name = "valid_from")
  private Instant validFrom;

  @Column(name = "valid_to")
  private Instant validTo;

  protected RoutingRule() {}

  /**
   * What a rule says.
   *
   * @param subdistrictCode nine digits, or {@code null} for the whole district
   * @param validTo first moment at which it no longer holds, or {@code null}
   */
  public record Terms(
      String categoryCode,
      String subdistrictCode,
      String leadUnitCode,
      List<String> jointUnitCodes,
      Instant validFrom,
      Instant validTo) {}

  /** Makes a rule of its terms. */
  public static RoutingRule of(Terms terms) {
    RoutingRule rule = new RoutingRule();
    rule.id = UuidCreator.getTimeOrderedEpoch();
    rule.categoryCode = terms.categoryCode();
    rule.subdistrictCode = terms.subdistrictCode();
    rule.leadUnitCode = terms.leadUnitCode();
    rule.jointUnitCodes.addAll(terms.jointUnitCodes());
    rule.validFrom = terms.validFrom();
    rule.validTo = terms.validTo();
    return rule;
  }

  boolean isInForce(Instant at) {
    return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
  }

  /** Whether {@code other} is for the same category and place and goes before it. */
  boolean isBehind(RoutingRule other) {
    return categoryCode.equals(other.categoryCode)
        && Objects.equals(subdistrictCode, other.subdistrictCode)
        && other.validFrom.isAfter(validFrom);
  }

  /** Whether it covers the category in that sub-district, which may be unknown. */
  boolean covers(String category, String subdistrict) {
    return categoryCode.equals(category)
        && (subdistrictCode == null || subdistrictCode.equals(subdistrict));
  }

  public UUID id() {
    return id;
  }

  public String categoryCode() {
    return categoryCode;
  }

  /** Sub-district it is bound to, or {@code null} for the whole district. */
  public String subdistrictCode() {
    return subdistrictCode;
  }

  public String leadUnitCode() {
    return leadUnitCode;
  }

  public List<String> jointUnitCodes() {
    return List.copyOf(jointUnitCodes);
  }

  public Instant validFrom() {
    return validFrom;
  }

  public Instant validTo() {
    return validTo;
  }
}
