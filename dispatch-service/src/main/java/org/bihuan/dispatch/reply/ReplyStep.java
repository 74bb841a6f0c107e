package org.bihuan.dispatch.reply;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.bihuan.contract.FreeText;

/**
 * One of the measures that were taken, as the reply form asks for them.
 *
 * @param text what was done, 1 to 500 characters
 * @param doneBy who did it: a team, a company or a person at work, 1 to 60 characters
 * @param doneAt when, not later than now
 */
@Embeddable
public record ReplyStep(
    @FreeText @NotBlank @Size(min = 1, max = 500) String text,
    @FreeText @NotBlank @Size(min = 1, max = 60) @Column(name = "done_by") String doneBy,
    @NotNull @Column(name = "done_at") Instant doneAt) {}
