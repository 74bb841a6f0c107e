package org.bihuan.intake.rewriting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A part of a picture in pixels of the upright picture as it is kept, from its upper left corner.
 *
 * @param x pixels to the right at which the area begins
 * @param y pixels down at which the area begins
 * @param width in pixels
 * @param height in pixels
 */
public record BlurredArea(
    @Min(0) @Max(MOST) int x,
    @Min(0) @Max(MOST) int y,
    @Min(1) @Max(MOST) int width,
    @Min(1) @Max(MOST) int height) {

  /** Longer than any side of a picture that is taken, and two of them are no overflow. */
  static final int MOST = 1_000_000_000;

  /** Whether the whole of it lies in a picture of this size. */
  public boolean isInside(int pictureWidth, int pictureHeight) {
    return x + width <= pictureWidth && y + height <= pictureHeight;
  }

  String asArgument() {
    return x + "," + y + "," + width + "," + height;
  }

  static BlurredArea ofArgument(String argument) {
    String[] numbers = argument.split(",");
    return new BlurredArea(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]),
        Integer.parseInt(numbers[3]));
  }
}
