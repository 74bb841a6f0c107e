package org.bihuan.intake.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.location.NewLocation;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.source.SourceDetails;

/**
 * A complaint as sent. Only channel and text are required.
 *
 * @param channel code of the channel, which the sender may use
 * @param sourceRef the sender's own number; the same one again is the same complaint
 * @param sourceKind who found it; by default a citizen, and only the special team's desk may say
 *     otherwise
 * @param subject headline, at most 200 characters
 * @param text what is wrong, 1 to 4000 characters
 * @param categoryCode when missing, suggested from the text
 * @param occurredAt when the sender took it; not in the future
 * @param attachmentIds photos and papers the sender has uploaded, at most 20
 * @param location where it is; may be missing
 * @param reporter who reports it; may be missing
 * @param source what the source has said where; only of a source from above, by the special team's
 *     desk
 */
public record NewComplaint(
    @NotBlank @Size(max = 40) String channel,
    @Size(max = 100) String sourceRef,
    SourceKind sourceKind,
    @Size(max = LONGEST_SUBJECT) String subject,
    @NotBlank @Size(max = LONGEST_TEXT) String text,
    @Size(max = 40) String categoryCode,
    Instant occurredAt,
    @Valid NewLocation location,
    @Valid NewReporter reporter,
    @Size(max = 20) List<@NotNull UUID> attachmentIds,
    @Valid SourceDetails source) {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_TEXT = 4000;

  public NewComplaint {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }

  /** The headline as it is kept, or {@code null}. */
  String keptSubject() {
    return NewReporter.kept(subject, reporter, LONGEST_SUBJECT);
  }

  /** The text as it is kept. */
  String keptText() {
    return NewReporter.kept(text, reporter, LONGEST_TEXT);
  }

  /** What people sent does not belong in a log. */
  @Override
  public String toString() {
    return "NewComplaint[channel=" + channel + ", sourceRef=" + sourceRef + "]";
  }
}
