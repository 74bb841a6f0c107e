package org.bihuan.intake.recognition.learning;

import java.time.LocalDate;
import org.bihuan.intake.recognition.Intent;
import org.bihuan.intake.recognition.Scope;

/**
 * A message that a person has read and labelled: what a model learns from.
 *
 * @param subject headline, or empty
 * @param receivedOn the day it was sent, in Asia/Shanghai
 * @param category leaf of the tree, or empty when it is not ours or nobody said
 * @param alternative another category that would do as well, or empty
 * @param body the other body whose matter it is, or empty
 * @param intent or {@code null} when nobody said
 */
public record Lesson(
    String subject,
    String text,
    LocalDate receivedOn,
    Scope scope,
    String category,
    String alternative,
    String body,
    Intent intent) {

  public boolean isOurs() {
    return scope == Scope.OURS;
  }

  /** Whether it teaches what kind of problem it is. */
  public boolean hasCategory() {
    return isOurs() && !category.isEmpty();
  }
}
