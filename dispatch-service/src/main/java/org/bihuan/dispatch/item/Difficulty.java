package org.bihuan.dispatch.item;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;

/**
 * How hard an item is, beyond what its unit can settle by itself. That is no matter of conduct: the
 * limit runs on and nobody is blamed.
 *
 * @param reason why, at most 2000 characters
 * @param since when it was said
 * @param author who said it
 * @param originalDueAt end of the limit which the date that a meeting set has replaced; {@code
 *     null} as long as no meeting has
 */
@Embeddable
public record Difficulty(
    @Enumerated(EnumType.STRING) @Column(name = "difficulty") Level level,
    @Column(name = "difficulty_reason") String reason,
    @Column(name = "difficulty_since") Instant since,
    @Embedded
        @AttributeOverride(name = "role", column = @Column(name = "difficulty_by_role"))
        @AttributeOverride(name = "unitCode", column = @Column(name = "difficulty_by_unit"))
        @AttributeOverride(name = "subject", column = @Column(name = "difficulty_by_subject"))
        Author author,
    @Column(name = "original_due_at") Instant originalDueAt) {

  /** The special team has to coordinate. */
  static Difficulty forTeam(String reason, Instant since, Actor by) {
    return new Difficulty(Level.D1_TEAM_COORDINATION, reason, since, Author.of(by), null);
  }

  /** The leading group has it. */
  Difficulty submitted() {
    return new Difficulty(Level.D2_LEADING_GROUP, reason, since, author, originalDueAt);
  }

  /** A meeting sets a date instead of the limit that ends at {@code dueAt}; the first one stays. */
  Difficulty plannedInsteadOf(Instant dueAt) {
    Instant first = originalDueAt == null ? dueAt : originalDueAt;
    return new Difficulty(level, reason, since, author, first);
  }

  /** A new order has a limit by the hour again. */
  Difficulty ordered() {
    return new Difficulty(level, reason, since, author, null);
  }

  /** Who has to coordinate. */
  public enum Level {
    /** The special team, in a meeting with the units concerned (调度会 [brief]). */
    D1_TEAM_COORDINATION,
    /** The leading group with its two heads (提请领导小组牵头调度 [brief]). */
    D2_LEADING_GROUP
  }
}
