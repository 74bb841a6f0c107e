package org.bihuan.intake.registration.unsent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.bihuan.intake.location.NewLocation;

/**
 * What is written of a complaint so far.
 *
 * @param subject headline, at most 200 characters
 * @param text what is wrong, 1 to 4000 characters
 * @param location where it is; may be missing
 */
public record UnsentComplaint(
    @Size(max = 200) String subject,
    @NotBlank @Size(max = 4000) String text,
    @Valid NewLocation location) {

  /** What somebody is about to send does not belong in a log. */
  @Override
  public String toString() {
    return "UnsentComplaint[]";
  }
}
