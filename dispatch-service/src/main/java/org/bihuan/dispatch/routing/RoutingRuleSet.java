package org.bihuan.dispatch.routing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.kit.refusal.Conflict;

/**
 * Rules that hold together. At every moment one set decides. A new one is a copy of the active one
 * with changes; it decides nothing before it is activated, once.
 */
@Entity
@Table(name = "routing_rule_set")
public class RoutingRuleSet {

  @Id private UUID id;
  private int number;
  private String title;

  @Column(name = "based_on_id")
  private UUID basedOnId;

  @Column(name = "based_on_rules")
  private int basedOnRules;

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "created_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "created_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "created_by_subject"))
  private Author createdBy;

  @Column(name = "active_from")
  private Instant activeFrom;

  @Column(name = "active_to")
  private Instant activeTo;

  @Version private long version;

  protected RoutingRuleSet() {}

  /** How far a set has come; computed. */
  public enum Status {
    /** Decides nothing yet. */
    DRAFT,
    ACTIVE,
    /** Another has taken its place. */
    RETIRED
  }

  /**
   * A set that decides nothing yet.
   *
   * @param base set that it is a copy of
   * @param rules highest number of a rule of the base now
   */
  public static RoutingRuleSet draft(
      int number, String title, RoutingRuleSet base, int rules, Instant at, Actor by) {
    RoutingRuleSet set = new RoutingRuleSet();
    set.id = UuidCreator.getTimeOrderedEpoch();
    set.number = number;
    set.title = title;
    set.basedOnId = base.id();
    set.basedOnRules = rules;
    set.createdAt = at;
    set.createdBy = Author.of(by);
    return set;
  }

  /**
   * From {@code from} on it decides instead of {@code former}, the active one.
   *
   * @param rules highest number of a rule of the former now
   * @throws Conflict {@code rule-set-activated} when it decides or has decided, {@code
   *     rule-set-outdated} when the former is not the one it was copied from, or has got rules
   *     since
   */
  public void replace(RoutingRuleSet former, int rules, Instant from, Instant now) {
    if (activeFrom != null && !now.isBefore(activeFrom)) {
      throw new Conflict("rule-set-activated");
    }
    if (!former.id.equals(basedOnId) || rules != basedOnRules) {
      throw new Conflict("rule-set-outdated").with("activeNumber", former.number);
    }
    activeFrom = from;
    former.activeTo = from;
  }

  /** It was to take the place of the active one, and is a draft again. */
  public void postpone() {
    activeFrom = null;
  }

  /** It has got what the set it was copied from has got since, whose highest number is now this. */
  void keepUpWith(int rules) {
    basedOnRules = rules;
  }

  public Status status(Instant now) {
    if (activeFrom == null || now.isBefore(activeFrom)) {
      return Status.DRAFT;
    }
    return activeTo == null || now.isBefore(activeTo) ? Status.ACTIVE : Status.RETIRED;
  }

  public UUID id() {
    return id;
  }

  /** Counts up from 1; the version that reasons cite. */
  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  /** Set that it is a copy of, or {@code null} for the first. */
  public UUID basedOnId() {
    return basedOnId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Who made it, or {@code null} for the first. */
  public Actor createdBy() {
    return createdBy == null ? null : createdBy.actor();
  }

  public Instant activeFrom() {
    return activeFrom;
  }

  public Instant activeTo() {
    return activeTo;
  }

  public long version() {
    return version;
  }
}
