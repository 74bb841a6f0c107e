package org.bihuan.intake.erasure;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.tracking.PublicStatus;

/**
 * What a request about personal data led to. Shown once: none of it is stored.
 *
 * @param request the request as it is on record
 * @param kept after an erasure, the complaints still under way, whose reporter is needed to handle
 *     them, and those of which no configured key opens the reporter; they can be asked about again
 * @param data after an export, all that is kept about the person
 */
public record PersonalDataAnswer(
    @NotNull PersonalDataRequestView request,
    @NotNull List<KeptComplaint> kept,
    @NotNull List<OwnComplaintView> data) {

  /**
   * A complaint whose reporter could not be erased yet.
   *
   * @param complaintId the complaint
   * @param status how far it is
   */
  public record KeptComplaint(
      @NotNull UUID complaintId, @NotNull String serial, @NotNull PublicStatus status) {}

  /** Names and numbers do not belong in a log. */
  @Override
  public String toString() {
    return "PersonalDataAnswer[request=" + request.id() + "]";
  }
}
