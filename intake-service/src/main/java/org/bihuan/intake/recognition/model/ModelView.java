package org.bihuan.intake.recognition.model;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.intake.recognition.learning.Figures;

/**
 * A model that was trained here.
 *
 * @param version day and number
 * @param trainedAt when it was trained
 * @param trainedBy who asked for it
 * @param heldOutFrom first day of the messages that it was measured with
 * @param lessons how many messages it was learned from
 * @param inForce whether messages are recognised by it
 * @param figures how it does on the messages held out
 * @param figuresBefore how the model in force before does on the same messages; {@code null} in
 *     lists and where there was none
 */
public record ModelView(
    @NotNull String version,
    @NotNull Instant trainedAt,
    @NotNull String trainedBy,
    @NotNull LocalDate heldOutFrom,
    int lessons,
    boolean inForce,
    @NotNull Figures figures,
    Figures figuresBefore) {

  static ModelView of(ModelVersion version, Figures before) {
    return new ModelView(
        version.version(),
        version.trainedAt(),
        version.trainedBy(),
        version.heldOutFrom(),
        version.lessons(),
        version.isInForce(),
        version.figures(),
        before);
  }
}
