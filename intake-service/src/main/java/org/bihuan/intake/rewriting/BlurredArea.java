package org.bihuan.intake.rewriting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Numbers of one area. */
  private static final int NUMBERS = 4;

  /** Whether the whole of it lies in a picture of this size. */
  public boolean isInside(int pictureWidth, int pictureHeight) {
    return x + width <= pictureWidth && y + height <= pictureHeight;
  }

  /**
   * Whether enough lies in it to be mixed: of a smaller one a part of the picture would be kept as
   * it is. Of a picture with a shorter side the whole side is enough.
   */
  public boolean isLargeEnough(int pictureWidth, int pictureHeight) {
    return width >= Math.min(Blur.SMALLEST_BLOCK, pictureWidth)
        && height >= Math.min(Blur.SMALLEST_BLOCK, pictureHeight);
  }

  /** Areas as the numbers of one after the other. */
  public static int[] numbers(List<BlurredArea> areas) {
    return areas.stream()
        .flatMapToInt(area -> IntStream.of(area.x, area.y, area.width, area.height))
        .toArray();
  }

  /** The areas that {@link #numbers} has written. */
  public static List<BlurredArea> ofNumbers(int[] numbers) {
    return IntStream.range(0, numbers.length / NUMBERS)
        .map(i -> i * NUMBERS)
        .mapToObj(i -> new BlurredArea(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]))
        .toList();
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
