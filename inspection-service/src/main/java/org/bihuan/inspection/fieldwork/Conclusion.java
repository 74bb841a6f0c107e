package org.bihuan.inspection.fieldwork;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What an inspection came to.
 *
 * @param summary the conclusion, 1 to 4000 characters
 * @param unvisited stops that are left out, each with the reason, at most 50
 */
public record Conclusion(
    @NotBlank @Size(max = 4000) String summary,
    @Size(max = 50) List<@NotNull @Valid Unvisited> unvisited) {

  public Conclusion {
    unvisited = unvisited == null ? List.of() : unvisited;
  }

  /**
   * A stop that nobody came to.
   *
   * @param stop number of the stop, from 1
   * @param reason why, 1 to 500 characters
   */
  public record Unvisited(
      @NotNull @Min(1) @Max(50) Integer stop, @NotBlank @Size(max = 500) String reason) {}
}
