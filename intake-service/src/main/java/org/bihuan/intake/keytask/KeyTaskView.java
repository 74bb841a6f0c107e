package org.bihuan.intake.keytask;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.source.SourceDetails;

/**
 * A weekly key task (每周重点任务) as clients see it.
 *
 * @param id of the complaint that tells of it
 * @param serial number of that complaint
 * @param week its week, {@code yyyy-Www}, or {@code null} when nothing was said of it
 * @param title its name, or that of its problem; {@code null} when neither was said
 * @param reference number of the paper it stands in, or {@code null}
 * @param dueOn last day for it, or {@code null} when nothing was said of it
 * @param overdue whether it is open after that day
 * @param problemId the problem it has become, or {@code null} while it waits on the desk
 * @param responsibleUnit the unit that has it, or {@code null} as long as none does
 * @param writtenOffAt when it was done, or {@code null}
 */
public record KeyTaskView(
    @NotNull UUID id,
    @NotNull String serial,
    String week,
    @FreeText String title,
    @FreeText String reference,
    LocalDate dueOn,
    @NotNull KeyTaskStatus status,
    boolean overdue,
    UUID problemId,
    String problemSerial,
    UnitName responsibleUnit,
    Instant writtenOffAt) {

  static KeyTaskView of(Complaint task, LocalDate today) {
    Optional<SourceDetails> said = Optional.ofNullable(task.source());
    Optional<Problem> problem = task.problem();
    LocalDate dueOn = said.map(SourceDetails::dueOn).orElse(null);
    KeyTaskStatus status =
        KeyTaskStatus.of(task.status(), problem.map(Problem::status).orElse(null));
    return new KeyTaskView(
        task.id(),
        task.serial(),
        said.map(SourceDetails::week).orElse(null),
        said.map(SourceDetails::title).or(() -> problem.map(Problem::title)).orElse(null),
        said.map(SourceDetails::reference).orElse(null),
        dueOn,
        status,
        status == KeyTaskStatus.OPEN && dueOn != null && today.isAfter(dueOn),
        problem.map(Problem::id).orElse(null),
        problem.map(Problem::serial).orElse(null),
        problem.map(one -> one.item().leadUnit()).orElse(null),
        problem.map(Problem::writtenOffAt).orElse(null));
  }
}
