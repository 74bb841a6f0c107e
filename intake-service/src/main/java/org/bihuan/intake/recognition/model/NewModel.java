package org.bihuan.intake.recognition.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.kit.web.LongBody;

/**
 * Asks for a new model.
 *
 * @param messages labelled messages, at most 20 000; what clerks decided is added
 * @param heldOutFrom first day of those that are not learned from but measured with; of what clerks
 *     decided it is every fifth, whatever its day
 */
@LongBody
public record NewModel(
    @NotNull @Size(max = 20_000) List<@NotNull @Valid LabelledMessage> messages,
    @NotNull LocalDate heldOutFrom) {}
