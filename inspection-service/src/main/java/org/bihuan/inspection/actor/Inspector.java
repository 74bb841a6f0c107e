package org.bihuan.inspection.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/**
 * One of those who go to the spot.
 *
 * @param subject opaque identifier from the identity provider ({@code sub} of the token), 1 to 255
 *     characters
 * @param unitCode unit the inspector belongs to, 1 to 64 capitals, digits and underscores; {@code
 *     null} is refused for a re-check, where nobody of an involved unit may go
 */
@Embeddable
public record Inspector(
    @NotBlank @Size(max = 255) @Column(name = "subject") String subject,
    @Pattern(regexp = "[A-Z0-9_]{1,64}") @Column(name = "unit_code") String unitCode) {

  /**
   * Nobody of an involved unit may re-check, so of everybody the unit must be known.
   *
   * @throws Invalid {@code required}, naming each without one
   */
  public static void refuseWithoutUnit(List<Inspector> chosen) {
    List<FieldError> faults =
        IntStream.range(0, chosen.size())
            .filter(index -> chosen.get(index).unitCode() == null)
            .mapToObj(index -> new FieldError("inspectors[" + index + "].unitCode", "required"))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
