package org.bihuan.inspection.recheck.load;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.bihuan.kit.paging.Figure;

/**
 * The re-checks that are to be done, by area and by inspector. Look-backs count from the moment on
 * that was drawn for them; what its lot decides about does not.
 *
 * @param open those to be done
 * @param unassigned those of them for which nobody is named
 * @param overdue those of them whose last moment has passed
 * @param subdistricts every sub-district by code, those with nothing to do included; a re-check
 *     whose place names none is in the sums alone
 * @param inspectors everybody who is named for one, the busiest first
 */
public record LoadView(
    @NotNull Figure open,
    @NotNull Figure unassigned,
    @NotNull Figure overdue,
    @NotNull List<AreaLoad> subdistricts,
    @NotNull List<InspectorLoad> inspectors) {

  /**
   * What is to be done in a sub-district.
   *
   * @param code of the sub-district, nine digits
   * @param name of the sub-district
   * @param open re-checks to be done there
   * @param unassigned those of them for which nobody is named
   * @param overdue those of them whose last moment has passed
   * @param nextDueAt the first of their last moments; {@code null} when there is nothing to do
   */
  public record AreaLoad(
      @NotNull String code,
      @NotNull String name,
      @NotNull Figure open,
      @NotNull Figure unassigned,
      @NotNull Figure overdue,
      Instant nextDueAt) {}

  /**
   * What an inspector is named for.
   *
   * @param subject opaque identifier of the inspector
   * @param unitCode unit of the inspector
   * @param open re-checks to be done, those with several inspectors once for each
   * @param overdue those of them whose last moment has passed
   * @param nextDueAt the first of their last moments
   */
  public record InspectorLoad(
      @NotNull String subject,
      String unitCode,
      @NotNull Figure open,
      @NotNull Figure overdue,
      @NotNull Instant nextDueAt) {}
}
