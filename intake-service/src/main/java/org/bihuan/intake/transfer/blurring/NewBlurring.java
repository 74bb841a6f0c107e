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
 * @param areas faces and plates, in pixels of the original, all inside it, each at least 16 pixels
 *     wide and high, or the whole side of a smaller photo. They are added to those of an earlier
 *     blurring; those of the special team replace them
 */
public record NewBlurring(
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid BlurredArea> areas) {

  /**
   * Whether all areas lie in the photo and are large enough to hide what they show.
   *
   * @throws Invalid {@code area-outside}, {@code area-too-small} for each that does not
   */
  void checkAgainst(Attachment photo) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      if (!areas.get(i).isInside(photo.width(), photo.height())) {
        faults.add(
            new FieldError("areas[" + i + "]", "area-outside", photo.width(), photo.height()));
      } else if (!areas.get(i).isLargeEnough(photo.width(), photo.height())) {
        faults.add(new FieldError("areas[" + i + "]", "area-too-small"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
