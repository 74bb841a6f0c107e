package org.bihuan.dispatch.organisation.duty;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.kit.web.Versioned;

/**
 * A duty as clients see it.
 *
 * @param leader who holds it, with name and post of then once it is over; {@code null} when a body
 *     holds it
 * @param body leading body that holds it, or {@code null}
 * @param lineCode work line, only of LINE
 * @param groupCode frontline group, only of FRONTLINE_GROUP
 * @param subdistrictCode area, only of AREA
 * @param validFrom first day
 * @param validTo first day on which it no longer holds, or {@code null} while its end is open
 * @param endReason why it was ended, or {@code null}
 */
public record DutyView(
    @NotNull UUID id,
    @NotNull DutyKind kind,
    LeaderName leader,
    BodyName body,
    String lineCode,
    String groupCode,
    String subdistrictCode,
    @NotNull LocalDate validFrom,
    LocalDate validTo,
    @FreeText String endReason,
    long version)
    implements Versioned {

  /**
   * A leader by name.
   *
   * @param post what the leader is, such as 副区长
   */
  public record LeaderName(@NotNull String code, @NotNull String name, @NotNull String post) {

    /** Who holds {@code duty}, or {@code null} when a body does. */
    public static LeaderName of(Duty duty) {
      return duty.leaderCode() == null
          ? null
          : new LeaderName(duty.leaderCode(), duty.leaderName(), duty.leaderPost());
    }
  }

  /** A leading body by name. */
  public record BodyName(@NotNull String code, @NotNull String name) {

    static BodyName of(Duty duty) {
      return duty.bodyCode() == null ? null : new BodyName(duty.bodyCode(), duty.bodyName());
    }
  }

  static DutyView of(Duty duty) {
    return new DutyView(
        duty.id(),
        duty.kind(),
        LeaderName.of(duty),
        BodyName.of(duty),
        duty.lineCode(),
        duty.groupCode(),
        duty.subdistrictCode(),
        duty.span().validFrom(),
        duty.span().validTo(),
        duty.span().endReason(),
        duty.version());
  }
}
