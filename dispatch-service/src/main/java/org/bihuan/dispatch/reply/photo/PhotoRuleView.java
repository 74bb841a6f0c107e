package org.bihuan.dispatch.reply.photo;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.kit.web.Versioned;

/**
 * A photo rule as clients see it. It holds until a newer one for the same category begins.
 *
 * @param categoryCode category of problems
 * @param beforeRequired whether at least one photo must show how it was
 * @param afterRequired whether at least one must show how it is now
 */
public record PhotoRuleView(
    @NotNull UUID id,
    @NotNull String categoryCode,
    boolean beforeRequired,
    boolean afterRequired,
    @NotNull Instant validFrom)
    implements Versioned {

  /** A rule never changes. */
  @Override
  public long version() {
    return 0;
  }

  static PhotoRuleView of(PhotoRule rule) {
    return new PhotoRuleView(
        rule.id(),
        rule.categoryCode(),
        rule.beforeRequired(),
        rule.afterRequired(),
        rule.validFrom());
  }
}
