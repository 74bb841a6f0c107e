package org.bihuan.intake.feedback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.contract.FreeText;

/**
 * What a reporter says of the end of a complaint.
 *
 * @param resolved whether what was complained of is solved; when not, it is looked at again
 * @param satisfaction 5 very satisfied, 4 satisfied, 3 satisfied on the whole, 2 not satisfied, 1
 *     not satisfied at all
 * @param comment in words, at most 500 characters, or {@code null}
 */
public record NewFeedback(
    @NotNull Boolean resolved,
    @NotNull @Min(1) @Max(5) Integer satisfaction,
    @FreeText @Size(max = 500) String comment) {

  /** The comment; {@code null} when nothing was said in words. */
  String words() {
    return comment == null || comment.isBlank() ? null : comment.strip();
  }
}
