package org.bihuan.intake.rewriting;

import java.awt.image.BufferedImage;

/**
 * Makes an area of a picture unrecognisable for good. Of what it showed at most sixteen colours are
 * kept, the means of its blocks, and painted as one soft gradient: however well somebody computes,
 * there is nothing more in it.
 */
final class Blur {

  /** Along each side. */
  private static final int MOST_BLOCKS = 4;

  /** Pixels; else a small area would be kept as it is. */
  static final int SMALLEST_BLOCK = 16;

  /** Alpha, red, green, blue. */
  private static final int CHANNELS = 4;

  private static final int BITS = 8;
  private static final int MASK = 0xFF;

  private final BufferedImage picture;
  private final BlurredArea area;
  private final int columns;
  private final int rows;

  private Blur(BufferedImage picture, BlurredArea area) {
    this.picture = picture;
    this.area = area;
    this.columns = blocks(area.width());
    this.rows = blocks(area.height());
  }

  static void paint(BufferedImage picture, BlurredArea area) {
    Blur blur = new Blur(picture, area);
    blur.paint(blur.means());
  }

  private static int blocks(int length) {
    return Math.max(1, Math.min(MOST_BLOCKS, length / SMALLEST_BLOCK));
  }

  /** Line by line: a copy of the whole area may be more than the memory that is left. */
  private double[][][] means() {
    double[][][] sums = new double[rows][columns][CHANNELS];
    long[][] counts = new long[rows][columns];
    int[] line = new int[area.width()];
    for (int y = 0; y < area.height(); y++) {
      picture.getRGB(area.x(), area.y() + y, area.width(), 1, line, 0, area.width());
      int row = (int) ((long) y * rows / area.height());
      for (int x = 0; x < area.width(); x++) {
        int column = (int) ((long) x * columns / area.width());
        counts[row][column]++;
        for (int channel = 0; channel < CHANNELS; channel++) {
          sums[row][column][channel] += line[x] >>> channel * BITS & MASK;
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          sums[row][column][channel] /= counts[row][column];
        }
      }
    }
    return sums;
  }

  private void paint(double[][][] means) {
    int[] line = new int[area.width()];
    for (int y = 0; y < area.height(); y++) {
      double down = place(y, area.height(), rows);
      for (int x = 0; x < area.width(); x++) {
        line[x] = colour(means, down, place(x, area.width(), columns));
      }
      picture.setRGB(area.x(), area.y() + y, area.width(), 1, line, 0, area.width());
    }
  }

  /** Where a pixel lies between the middles of the blocks, from 0 to the last. */
  private static double place(int pixel, int length, int blocks) {
    double place = (pixel + 0.5) * blocks / length - 0.5;
    return Math.max(0, Math.min(blocks - 1.0, place));
  }

  private int colour(double[][][] means, double down, double across) {
    int upper = (int) down;
    int left = (int) across;
    int lower = Math.min(upper + 1, rows - 1);
    int right = Math.min(left + 1, columns - 1);
    int colour = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      double above =
          between(means[upper][left][channel], means[upper][right][channel], across - left);
      double below =
          between(means[lower][left][channel], means[lower][right][channel], across - left);
      colour |= (int) Math.round(between(above, below, down - upper)) << channel * BITS;
    }
    return colour;
  }

  private static double between(double one, double other, double share) {
    return one + (other - one) * share;
  }
}
