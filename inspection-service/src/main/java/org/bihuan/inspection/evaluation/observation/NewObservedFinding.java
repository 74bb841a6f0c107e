package org.bihuan.inspection.evaluation.observation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What was seen is a problem that must be put right.
 *
 * @param title 1 to 100 characters
 * @param description what is wrong, 1 to 4000 characters; the note of the observation when left out
 * @param categoryCode an active category, or {@code null} to have one suggested from the text
 * @param attachmentIds photos the caller has uploaded to intake-service for it, at most 20; those
 *     of the observation stay with the observation
 */
public record NewObservedFinding(
    @NotBlank @Size(max = 100) String title,
    @Size(min = 1, max = 4000) String description,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String categoryCode,
    @Size(max = 20) @UniqueElements(message = "duplicate") List<@NotNull UUID> attachmentIds) {

  public NewObservedFinding {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }
}
