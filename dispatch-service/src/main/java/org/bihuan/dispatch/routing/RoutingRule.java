package org.bihuan.dispatch.routing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which unit gets the problems of a category, place and source, for a span of time. It belongs to a
 * set of rules, in which it has a number. A rule is never changed: a newer one for the same scope
 * takes over from its first moment.
 */
@Entity
@Table(name = "routing_rule")
public class RoutingRule {

  @Id private UUID id;

  @Column(name = "set_id")
  private UUID setId;

  private int number;
  @Embedded private RoutingScope scope;

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
   * @param validTo first moment at which it no longer holds, or {@code null}
   */
  public record Terms(
      RoutingScope scope,
      String leadUnitCode,
      List<String> jointUnitCodes,
      Instant validFrom,
      Instant validTo) {}

  /**
   * Makes a rule of its terms.
   *
   * @param number in its set, from 1; a copy in another set keeps it
   */
  public static RoutingRule of(UUID setId, int number, Terms terms) {
    RoutingRule rule = new RoutingRule();
    rule.id = UuidCreator.getTimeOrderedEpoch();
    rule.setId = setId;
    rule.number = number;
    rule.scope = terms.scope();
    rule.leadUnitCode = terms.leadUnitCode();
    rule.jointUnitCodes.addAll(terms.jointUnitCodes());
    rule.validFrom = terms.validFrom();
    rule.validTo = terms.validTo();
    return rule;
  }

  /** Whether its span holds {@code at}. */
  public boolean isInForce(Instant at) {
    return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
  }

  /** Whether {@code other} is for the same scope and goes before it. */
  boolean isBehind(RoutingRule other) {
    return scope.equals(other.scope) && other.validFrom.isAfter(validFrom);
  }

  /** What it says, without its place in a set. */
  public Terms terms() {
    return new Terms(scope, leadUnitCode, jointUnitCodes(), validFrom, validTo);
  }

  public UUID id() {
    return id;
  }

  /** Set that it belongs to. */
  public UUID setId() {
    return setId;
  }

  public int number() {
    return number;
  }

  public RoutingScope scope() {
    return scope;
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
