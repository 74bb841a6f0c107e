package org.bihuan.inspection.finding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A defect found on the way.
 *
 * @param stop number of the stop, from 1
 * @param title 1 to 100 characters
 * @param description what is wrong, 1 to 4000 characters; others than the special team read phone
 *     and identity numbers masked
 * @param categoryCode an active category, or {@code null} to have one suggested from the text
 * @param foundAt when it was found, by the clock of the device; not before the start of the
 *     inspection; {@code null} means now
 * @param attachmentIds photos the caller has uploaded to intake-service, at most 20
 */
public record NewFinding(
    @NotNull @Min(1) @Max(50) Integer stop,
    @NotBlank @Size(max = 100) String title,
    @NotBlank @Size(max = 4000) String description,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String categoryCode,
    Instant foundAt,
    @Size(max = 20) @UniqueElements(message = "duplicate") List<@NotNull UUID> attachmentIds) {

  public NewFinding {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }
}
