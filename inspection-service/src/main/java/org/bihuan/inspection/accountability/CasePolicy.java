package org.bihuan.inspection.accountability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.ConductLevel;

/**
 * What the system proposes by itself; people decide about it. A change of the figures holds for
 * facts that come from then on (ADR 0040).
 */
@ConfigMapping(prefix = "bihuan.accountability")
public interface CasePolicy {

  /** From how many failed re-checks of one item by one unit on C2 is proposed [brief]. */
  @WithDefault("2")
  @Min(1)
  int committeeAt();

  /** From how many on C3 is proposed [brief]. */
  @WithDefault("3")
  @Min(1)
  int disciplineAt();

  /**
   * Refuses settings by which the graver step comes before the lighter one, or with it.
   *
   * @throws IllegalStateException naming them
   */
  default void refuseContradiction() {
    if (disciplineAt() <= committeeAt()) {
      throw new IllegalStateException(
          "bihuan.accountability: discipline-at %d must be above committee-at %d"
              .formatted(disciplineAt(), committeeAt()));
    }
  }

  /** What is to be proposed after so many failures, unless it was before. */
  default List<ConductLevel> levelsAfter(int failures) {
    List<ConductLevel> levels = new ArrayList<>();
    if (failures >= committeeAt()) {
      levels.add(ConductLevel.C2);
    }
    if (failures >= disciplineAt()) {
      levels.add(ConductLevel.C3);
    }
    return levels;
  }
}
