package org.bihuan.inspection.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evaluation.point.NewPoint;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A mock evaluation to be planned.
 *
 * @param name what it is called, 1 to 100 characters
 * @param plannedFor when it is to begin
 * @param inspectors those who look at the points, at most 50; any inspector when none is named
 * @param points where, 1 to 500 points, each with the newest checklist of its type
 */
public record NewEvaluation(
    @NotBlank @Size(max = 100) String name,
    @NotNull Instant plannedFor,
    @Size(max = 50) @UniqueElements(message = "duplicate")
        List<@NotNull @Valid Inspector> inspectors,
    @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid NewPoint> points) {

  public NewEvaluation {
    inspectors = inspectors == null ? List.of() : inspectors;
  }
}
