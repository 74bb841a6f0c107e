package org.bihuan.intake.publicform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.bihuan.intake.location.NewLocation;

/**
 * What somebody is about to send; of the complaint only what it is about and where.
 *
 * @param subject headline, at most 200 characters
 * @param text what is wrong, 1 to 4000 characters
 * @param categoryCode a category in use; may be missing
 * @param location where it is; may be missing
 */
public record SimilarQuestion(
    @Size(max = 200) String subject,
    @NotBlank @Size(max = 4000) String text,
    @Size(max = 40) String categoryCode,
    @Valid NewLocation location) {

  /** What people are about to send does not belong in a log. */
  @Override
  public String toString() {
    return "SimilarQuestion[]";
  }
}
