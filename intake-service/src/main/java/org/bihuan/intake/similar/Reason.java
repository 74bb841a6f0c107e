package org.bihuan.intake.similar;

import jakarta.validation.constraints.NotNull;
import org.bihuan.contract.FreeText;

/**
 * One reason for or against two things being the same.
 *
 * @param kind what was compared
 * @param value what was found: a place in common, metres between two points, the other category,
 *     days between, words in common, in how many of 128 bits two pictures differ; without numbers
 *     and names of persons, or {@code null} when nothing was found
 * @param weight what it adds to the score before that is brought between 0 and 1; negative speaks
 *     against it
 */
public record Reason(@NotNull Kind kind, @FreeText String value, double weight) {

  /** What is compared. */
  public enum Kind {
    PLACE,
    CATEGORY,
    TIME,
    TEXT,
    /** Only where a photo of each shows the same picture. */
    PHOTO
  }
}
