package org.bihuan.intake.reporter;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Who complains, as sent.
 *
 * @param name at most 50 characters
 * @param phone mobile or landline number of mainland China
 * @param anonymous the reporter gives no name; then neither name nor phone is kept
 * @param confidential the responsible unit must never learn who it was
 * @param wantsCallback the reporter wants to be told the outcome
 */
public record NewReporter(
    @Size(max = 50) String name,
    @Pattern(regexp = "1[3-9]\\d{9}|(0\\d{2,3}-?)?\\d{7,8}") String phone,
    Boolean anonymous,
    Boolean confidential,
    Boolean wantsCallback) {

  /** Whether nothing may be kept by which the reporter could be known. */
  public boolean staysUnknown() {
    return Boolean.TRUE.equals(anonymous);
  }

  /**
   * What is kept of a text: of an anonymous reporter's without the name and the number that came
   * with it, which nobody could take out later.
   *
   * @param most characters of such a text
   */
  public static String kept(String text, NewReporter reporter, int most) {
    return reporter != null && reporter.staysUnknown()
        ? Masking.cut(Masking.text(text, reporter), most)
        : text;
  }
}
