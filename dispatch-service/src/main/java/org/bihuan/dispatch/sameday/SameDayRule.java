package org.bihuan.dispatch.sameday;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.contract.SourceKind;

/**
 * That problems from a source have to be on an order the day they are filed, as media exposures
 * have [brief]. Reference data.
 */
@Entity
@Table(name = "same_day_rule")
public class SameDayRule {

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "source_kind")
  private SourceKind sourceKind;

  @Column(name = "warn_before_seconds")
  private long warnBeforeSeconds;

  protected SameDayRule() {}

  /**
   * @param warnBefore how long before the end of the day the special team is warned, one minute to
   *     a day
   */
  public static SameDayRule of(SourceKind sourceKind, Duration warnBefore) {
    SameDayRule rule = new SameDayRule();
    rule.sourceKind = sourceKind;
    rule.warnBeforeSeconds = warnBefore.toSeconds();
    return rule;
  }

  SourceKind sourceKind() {
    return sourceKind;
  }

  SameDay from(Instant filedAt) {
    return SameDay.of(filedAt, Duration.ofSeconds(warnBeforeSeconds));
  }
}
