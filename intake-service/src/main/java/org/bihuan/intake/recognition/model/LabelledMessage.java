package org.bihuan.intake.recognition.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.bihuan.intake.recognition.Intent;
import org.bihuan.intake.recognition.Scope;
import org.bihuan.intake.recognition.learning.Lesson;

/**
 * A message with what a person who read it said of it. It is learned from and not kept.
 *
 * @param subject headline, at most 200 characters
 * @param text 1 to 4000 characters
 * @param receivedOn the day it was sent
 * @param scope whose matter it is
 * @param categoryCode kind of problem when it is ours and one fits
 * @param alternativeCode another kind that would do as well
 * @param bodyCode the other body whose matter it is
 * @param intent what the writer wants
 */
public record LabelledMessage(
    @Size(max = 200) String subject,
    @NotBlank @Size(max = 4000) String text,
    @NotNull LocalDate receivedOn,
    @NotNull Scope scope,
    @Size(max = 40) String categoryCode,
    @Size(max = 40) String alternativeCode,
    @Size(max = 40) String bodyCode,
    Intent intent) {

  Lesson lesson() {
    return new Lesson(
        Objects.requireNonNullElse(subject, ""),
        text,
        receivedOn,
        scope,
        Objects.requireNonNullElse(categoryCode, ""),
        Objects.requireNonNullElse(alternativeCode, ""),
        Objects.requireNonNullElse(bodyCode, ""),
        intent);
  }
}
