package org.bihuan.intake.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.junit.jupiter.api.Test;

class PictureTest {

  private static final int SCENES = 300;

  /** Some forty things of all sizes on a ground, as different as photos of different places. */
  private static BufferedImage scene(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = image.createGraphics();
    for (int i = 0; i < 40; i++) {
      brush.setColor(new Color(random.nextInt(0x1000000)));
      int x = random.nextInt(900) - 100;
      int y = random.nextInt(700) - 100;
      brush.fillOval(x, y, 30 + random.nextInt(300), 30 + random.nextInt(300));
    }
    brush.dispose();
    return image;
  }

  private static BufferedImage decoded(ByteArrayOutputStream bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  /** As people store a photo anew: half as large, much smaller and badly packed, brighter. */
  private static List<BufferedImage> storedAnew(BufferedImage photo) throws IOException {
    List<BufferedImage> forms = new ArrayList<>();
    forms.add(Thumbnails.of(photo).scale(0.5).asBufferedImage());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Thumbnails.of(photo)
        .size(240, 240)
        .outputFormat("jpg")
        .outputQuality(0.4)
        .toOutputStream(packed);
    forms.add(decoded(packed));
    forms.add(new RescaleOp(1.1f, 8, null).filter(photo, null));
    return forms;
  }

  @Test
  void a_picture_stored_anew_is_known_again() throws IOException {
    List<Integer> differences = new ArrayList<>();
    for (long seed = 0; seed < SCENES; seed++) {
      Picture picture = Picture.of(scene(seed));
      for (BufferedImage form : storedAnew(scene(seed))) {
        differences.add(picture.differenceFrom(Picture.of(form)));
      }
    }
    long known =
        differences.stream().filter(difference -> difference <= Picture.MOST_DIFFERENT).count();
    assertTrue(known >= 0.99 * differences.size(), known + " of " + differences.size());
  }

  @Test
  void pictures_of_different_places_are_not_taken_for_the_same() throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (long seed = 0; seed < SCENES; seed++) {
      pictures.add(Picture.of(scene(seed)));
    }
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < SCENES; i++) {
      for (int j = i + 1; j < SCENES; j++) {
        least = Math.min(least, pictures.get(i).differenceFrom(pictures.get(j)));
      }
    }
    assertTrue(least > 2 * Picture.MOST_DIFFERENT, "two differ in " + least + " bits alone");
  }

  @Test
  void of_two_that_differ_in_seven_bits_a_part_is_equal() throws IOException {
    Picture picture = Picture.of(scene(1));
    Random random = new Random(7);
    for (int round = 0; round < 1000; round++) {
      int[] bands = picture.bands().clone();
      for (int bit : random.ints(0, 128).distinct().limit(Picture.MOST_DIFFERENT).toArray()) {
        bands[bit / 16] ^= 1 << bit % 16;
      }
      Picture other = new Picture(bands);
      assertEquals(Picture.MOST_DIFFERENT, picture.differenceFrom(other));
      assertTrue(
          Arrays.stream(bands)
              .anyMatch(band -> Arrays.stream(picture.bands()).anyMatch(own -> own == band)));
    }
  }

  @Test
  void a_wall_or_the_night_says_too_little_to_be_known_again() throws IOException {
    BufferedImage wall = new BufferedImage(400, 300, BufferedImage.TYPE_3BYTE_BGR);
    assertNull(Picture.of(wall));
    Graphics2D brush = wall.createGraphics();
    brush.setColor(Color.LIGHT_GRAY);
    brush.fillRect(0, 0, 400, 300);
    brush.dispose();
    assertNull(Picture.of(wall));
  }

  @Test
  void it_goes_through_the_pipe_of_the_process_unchanged() throws IOException {
    Picture picture = Picture.of(scene(3));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    picture.writeTo(new DataOutputStream(bytes));
    Picture read =
        Picture.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertEquals(0, picture.differenceFrom(read));
  }
}
