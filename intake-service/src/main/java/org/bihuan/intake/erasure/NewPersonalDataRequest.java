package org.bihuan.intake.erasure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A person's own wish, taken down by whoever has made sure who that is. Either {@code phone} or
 * {@code trackingCode} says which complaints are meant.
 *
 * @param phone number that was left with the complaints, in any spelling; a landline with or
 *     without its area code, as it was left
 * @param trackingCode code of one complaint
 * @param reason how the person made known who they are, and what they want; at most 300 characters
 */
public record NewPersonalDataRequest(
    @NotNull PersonalDataRequestKind kind,
    @Size(max = 40) String phone,
    @Size(max = 40) String trackingCode,
    @NotBlank @Size(max = 300) String reason) {

  private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?86(?=1[3-9]\\d{9}$|0)");
  private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|(0\\d{2,3})?\\d{7,8}");

  /** The number in the spelling by which it is found; {@code null} when it is none. */
  String plainPhone() {
    String digits =
        Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Pd}()]", "");
    if (NUMBER.matcher(digits).matches()) {
      return digits;
    }
    String plain = COUNTRY.matcher(digits).replaceFirst("");
    return NUMBER.matcher(plain).matches() ? plain : null;
  }

  /** What people sent does not belong in a log. */
  @Override
  public String toString() {
    return "NewPersonalDataRequest[kind=" + kind + "]";
  }
}
