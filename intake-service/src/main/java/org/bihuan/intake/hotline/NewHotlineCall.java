package org.bihuan.intake.hotline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.location.NewLocation;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.kit.refusal.Invalid;

/**
 * A call as a hotline sends it: a complaint with the number of the call.
 *
 * @param channel may be left out; if sent, the code of the hotline that is called
 * @param sourceRef number of the call; the same one again is the same complaint
 * @param sourceKind may be left out; a citizen
 * @param subject headline, at most 200 characters
 * @param text what is wrong, 1 to 4000 characters
 * @param categoryCode when missing, suggested from the text
 * @param occurredAt when the call was taken; not in the future
 * @param location where it is; may be missing
 * @param reporter who called; may be missing
 * @param attachmentIds may be left out; a key that signs uploads nothing, so there is none to name
 */
public record NewHotlineCall(
    @Size(max = 40) String channel,
    @NotBlank @Size(max = 100) String sourceRef,
    SourceKind sourceKind,
    @Size(max = 200) String subject,
    @NotBlank @Size(max = 4000) String text,
    @Size(max = 40) String categoryCode,
    Instant occurredAt,
    @Valid NewLocation location,
    @Valid NewReporter reporter,
    @Size(max = 20) List<@NotNull UUID> attachmentIds) {

  public NewHotlineCall {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }

  /**
   * The complaint that it is.
   *
   * @param called code of the channel of the hotline that was called
   * @throws Invalid when it names another one
   */
  NewComplaint complaintOf(String called) {
    if (channel != null && !channel.equals(called)) {
      throw new Invalid("channel", "other-hotline", called);
    }
    return new NewComplaint(
        called,
        sourceRef,
        sourceKind,
        subject,
        text,
        categoryCode,
        occurredAt,
        location,
        reporter,
        attachmentIds,
        null);
  }

  /** What people sent does not belong in a log. */
  @Override
  public String toString() {
    return "NewHotlineCall[sourceRef=" + sourceRef + "]";
  }
}
