package org.bihuan.dispatch.organisation.leader;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.bihuan.contract.FreeText;
import org.bihuan.kit.web.Versioned;

/**
 * A leader as clients see it.
 *
 * @param post what the leader is, such as 副区长
 * @param bodyCode code of the leading body that the leader belongs to
 * @param validFrom first day in office
 * @param validTo first day no longer in office, or {@code null} while the end is open
 * @param endReason why it ended, or {@code null}
 */
public record LeaderView(
    @NotNull String code,
    @NotNull String name,
    @NotNull String post,
    @NotNull String bodyCode,
    @NotNull LocalDate validFrom,
    LocalDate validTo,
    @FreeText String endReason,
    long version)
    implements Versioned {

  static LeaderView of(Leader leader) {
    return new LeaderView(
        leader.code(),
        leader.name(),
        leader.post(),
        leader.bodyCode(),
        leader.span().validFrom(),
        leader.span().validTo(),
        leader.span().endReason(),
        leader.version());
  }
}
