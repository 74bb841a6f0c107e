package org.bihuan.intake.transfer.blurring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.rewriting.BlurredArea;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/**
 * What of a photo nobody is to recognise.
 *
 * @param areas faces and plates, in pixels of the original, all inside it; they replace the areas
 *     of an earlier blurring
 */
public record NewBlurring(
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid BlurredArea> areas) {

  /**
   * Whether all areas lie in the photo.
   *
   * @throws Invalid {@code area-outside} for each that does not
   */
  void checkAgainst(Attachment photo) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      if (!areas.get(i).isInside(photo.width(), photo.height())) {
        faults.add(
            new FieldError("areas[" + i + "]", "area-outside", photo.width(), photo.height()));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
