package org.bihuan.intake.reporter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A reporter as clients see one: name and phone masked, unless disclosed for a reason.
 *
 * @param name e.g. 李*, or {@code null}
 * @param phone e.g. 199****0123, or {@code null}
 * @param anonymous whether the reporter gave no name
 * @param confidential whether the unit must not learn who reported it
 * @param wantsCallback whether the reporter wants to be called back
 * @param unreadable {@code true} when stars stand for what no configured key opens, else absent
 */
public record ReporterView(
    String name,
    String phone,
    boolean anonymous,
    boolean confidential,
    boolean wantsCallback,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unreadable) {

  /** Without anything by which the reporter could be known. */
  public ReporterView withheld() {
    return new ReporterView(null, null, anonymous, confidential, wantsCallback, unreadable);
  }

  /** Names and numbers do not belong in a log. */
  @Override
  public String toString() {
    return "ReporterView["
        + Integer.toHexString(Objects.hash(name, phone, anonymous, confidential))
        + "]";
  }
}
