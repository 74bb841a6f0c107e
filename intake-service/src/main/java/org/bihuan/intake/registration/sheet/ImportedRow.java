package org.bihuan.intake.registration.sheet;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintStatus;
import org.bihuan.intake.problem.Problem;

/**
 * What became of a row of a sheet of complaints.
 *
 * @param row as programs for sheets number it, from 1
 * @param sourceRef its number
 * @param result whether it is new, or was registered before
 * @param complaintId the complaint it is; {@code null} for a new one that was only tried out
 * @param serial number of that complaint
 * @param status state of that complaint
 * @param problemId the problem it belongs to, or {@code null} while it waits on the desk
 * @param problemSerial number of that problem
 */
public record ImportedRow(
    int row,
    @NotNull String sourceRef,
    @NotNull Result result,
    UUID complaintId,
    String serial,
    ComplaintStatus status,
    UUID problemId,
    String problemSerial) {

  /** Whether a row said something new. */
  public enum Result {
    NEW,
    ALREADY
  }

  /**
   * @param complaint {@code null} when it was only tried out
   */
  static ImportedRow of(AdmittedRow row, Complaint complaint) {
    Result result = row.known() ? Result.ALREADY : Result.NEW;
    if (complaint == null) {
      return new ImportedRow(row.number(), row.sourceRef(), result, null, null, null, null, null);
    }
    return new ImportedRow(
        row.number(),
        row.sourceRef(),
        result,
        complaint.id(),
        complaint.serial(),
        complaint.status(),
        complaint.problem().map(Problem::id).orElse(null),
        complaint.problem().map(Problem::serial).orElse(null));
  }
}
