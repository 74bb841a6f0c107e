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
 * @param messages labelled messages, at most 5 000; the newest 3 000 of what clerks decided are
 *     added
 * @param heldOutFrom first day of those that are not learned from but measured with; of what clerks
 *     decided it is a fifth, whatever its day: chosen by the text, so that one that was held out
 *     always is
 */
@LongBody
public record NewModel(
    @NotNull @Size(max = 5_000) List<@NotNull @Valid LabelledMessage> messages,
    @NotNull LocalDate heldOutFrom) {}
