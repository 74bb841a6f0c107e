package org.bihuan.dispatch.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Rules that hold together. At every moment one set decides. */
@Entity
@Table(name = "routing_rule_set")
public class RoutingRuleSet {

  @Id private UUID id;
  private int number;

  @Column(name = "active_from")
  private Instant activeFrom;

  @Column(name = "active_to")
  private Instant activeTo;

  protected RoutingRuleSet() {}

  public UUID id() {
    return id;
  }

  /** Counts up from 1; the version that reasons cite. */
  public int number() {
    return number;
  }
}
