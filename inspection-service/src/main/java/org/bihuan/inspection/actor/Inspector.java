package org.bihuan.inspection.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/**
 * One of those who go to the spot.
 *
 * @param subject opaque identifier from the identity provider ({@code sub} of the token), 1 to 255
 *     characters
 * @param unitCode unit the inspector belongs to: code, name or alias of a responsible unit, or 1 to
 *     64 capitals, digits and underscores for another; {@code null} is refused for a re-check,
 *     where nobody of an involved unit may go
 */
@Embeddable
public record Inspector(
    @NotBlank @Size(max = 255) @Column(name = "subject") String subject,
    @Size(min = 1, max = 64) @Column(name = "unit_code") String unitCode) {

  private static final Predicate<String> CODE =
      Pattern.compile("[A-Z0-9_]{1,64}").asMatchPredicate();

  /**
   * The same with the codes of their units, so that a unit is known under whatever name.
   *
   * @throws Invalid {@code unknown-unit}, naming each whose unit is neither known nor a code
   */
  public static List<Inspector> resolved(List<Inspector> named, CodeList units) {
    List<FieldError> faults = new ArrayList<>();
    List<Inspector> resolved = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      String text = named.get(i).unitCode();
      String code = text == null ? null : units.codeOf(text).orElse(text);
      if (code != null && !CODE.test(code)) {
        faults.add(new FieldError("inspectors[" + i + "].unitCode", units.fault()));
      }
      resolved.add(new Inspector(named.get(i).subject(), code));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return resolved;
  }

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
