package org.bihuan.intake.rewriting;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/**
 * What a photo shows, so briefly that the same picture is known again after it was made smaller,
 * brightened or stored anew: a difference hash of 128 bits. The photo is shrunk to 9 by 9 grey
 * points; each bit says whether a point is brighter than its neighbour, 64 across and 64 down. Two
 * pictures are the same when hardly any bit differs. A picture cut or turned is another.
 *
 * @param bands the bits in eight parts of 16, each with its place from 0 to 7 in the bits above: of
 *     two hashes that differ in fewer than eight bits at least one part is equal
 */
public record Picture(int[] bands) {

  /** How many bits may differ between two stored forms of one picture. */
  public static final int MOST_DIFFERENT = 7;

  private static final int SIDE = 9;
  private static final int BANDS = 8;
  private static final int BITS_A_BAND = 16;

  /** Steps of grey below which neighbours are alike; a JPEG makes such differences up. */
  private static final int NOTHING = 2;

  /** Of 144 neighbours: a wall or the night says too little to be known again. */
  private static final int FEWEST_EDGES = 36;

  /** What a photo shows, or {@code null} when it shows next to nothing. */
  static Picture of(BufferedImage photo) throws IOException {
    int[][] grey = grey(photo);
    int[] bands = new int[BANDS];
    int edges = 0;
    int bit = 0;
    for (int y = 0; y < SIDE - 1; y++) {
      for (int x = 0; x < SIDE - 1; x++) {
        int across = grey[y][x + 1] - grey[y][x];
        int down = grey[y + 1][x] - grey[y][x];
        edges += isEdge(across) + isEdge(down);
        set(bands, bit, across > 0);
        set(bands, bit + BANDS * BITS_A_BAND / 2, down > 0);
        bit++;
      }
    }
    for (int band = 0; band < BANDS; band++) {
      bands[band] |= band << BITS_A_BAND;
    }
    return edges < FEWEST_EDGES ? null : new Picture(bands);
  }

  private static int isEdge(int difference) {
    return Math.abs(difference) >= NOTHING ? 1 : 0;
  }

  private static void set(int[] bands, int bit, boolean one) {
    if (one) {
      bands[bit / BITS_A_BAND] |= 1 << bit % BITS_A_BAND;
    }
  }

  private static int[][] grey(BufferedImage photo) throws IOException {
    BufferedImage small = Thumbnails.of(photo).forceSize(SIDE, SIDE).asBufferedImage();
    BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D brush = grey.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_QUALITY);
    brush.drawImage(small, 0, 0, null);
    brush.dispose();
    Raster points = grey.getRaster();
    int[][] values = new int[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        values[y][x] = points.getSample(x, y, 0);
      }
    }
    return values;
  }

  void writeTo(DataOutputStream out) throws IOException {
    for (int band : bands) {
      out.writeInt(band);
    }
  }

  static Picture readFrom(DataInputStream in) throws IOException {
    int[] bands = new int[BANDS];
    for (int i = 0; i < BANDS; i++) {
      bands[i] = in.readInt();
    }
    return new Picture(bands);
  }

  /** In how many bits two hashes differ. */
  int differenceFrom(Picture other) {
    int different = 0;
    for (int i = 0; i < BANDS; i++) {
      different += Integer.bitCount(bands[i] ^ other.bands[i]);
    }
    return different;
  }
}
