package org.bihuan.localstack.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A photo that shows nothing of the world: coloured squares, drawn from a seed, with the notes that
 * a camera makes (EXIF). For tests and demonstration; no real photo is in this repository.
 */
public final class SamplePhoto {

  /** Where and when the camera says that it was; the time is that of the district. */
  public static final double LONGITUDE = 120.355;

  public static final double LATITUDE = 36.0875;
  public static final String TAKEN_AT = "2026-11-24T08:15:00+08:00";

  private static final String NOTED_TIME = "2026:11:24 08:15:00";
  private static final String NOTED_ZONE = "+08:00";
  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

  private static final int SQUARE = 16;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int ASCII = 2;

  private SamplePhoto() {}

  /** A JPEG of 64 by 48 pixels, upright, with place and time. */
  public static byte[] jpeg(long seed) {
    return jpeg(seed, 64, 48, 1);
  }

  /**
   * A JPEG with place and time.
   *
   * @param orientation which way the camera was held, 1 to 8 as EXIF numbers them
   */
  public static byte[] jpeg(long seed, int width, int height, int orientation) {
    return noted(
        seed, width, height, notes(orientation, NOTED_TIME, NOTED_ZONE, LONGITUDE, LATITUDE));
  }

  /**
   * A JPEG of 64 by 48 pixels, upright.
   *
   * @param longitude of the place, east
   * @param latitude of the place, north
   * @param takenAt cut to the second
   */
  public static byte[] jpeg(long seed, double longitude, double latitude, Instant takenAt) {
    String time = EXIF_TIME.format(takenAt.atOffset(ZoneOffset.UTC));
    return noted(seed, 64, 48, notes(1, time, "+00:00", longitude, latitude));
  }

  private static byte[] noted(long seed, int width, int height, byte[] notes) {
    byte[] plain = encoded(squares(seed, width, height), "jpg");
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    // Behind the two bytes by which a JPEG begins.
    photo.write(plain, 0, 2);
    photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1});
    photo.write((notes.length + 2) >> 8);
    photo.write(notes.length + 2);
    photo.writeBytes(notes);
    photo.write(plain, 2, plain.length - 2);
    return photo.toByteArray();
  }

  /** A PNG, which has no notes. */
  public static byte[] png(long seed, int width, int height) {
    return encoded(squares(seed, width, height), "png");
  }

  private static BufferedImage squares(long seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = image.createGraphics();
    Random random = new Random(seed);
    for (int y = 0; y < height; y += SQUARE) {
      for (int x = 0; x < width; x += SQUARE) {
        brush.setColor(new Color(random.nextInt(0x1000000)));
        brush.fillRect(x, y, SQUARE, SQUARE);
      }
    }
    brush.dispose();
    return image;
  }

  private static byte[] encoded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** One entry of a table of notes. */
  private record Note(int tag, int type, int count, byte[] value) {}

  private static byte[] notes(
      int orientation, String time, String zone, double longitude, double latitude) {
    List<Note> details = List.of(text(0x9003, time), text(0x9011, zone));
    List<Note> satellites =
        List.of(text(1, "N"), degrees(2, latitude), text(3, "E"), degrees(4, longitude));
    List<Note> main = new ArrayList<>();
    main.add(new Note(0x0112, SHORT, 1, new byte[] {0, (byte) orientation, 0, 0}));
    int mainEnd = 8 + size(List.of(main.get(0), pointer(0x8769, 0), pointer(0x8825, 0)));
    main.add(pointer(0x8769, mainEnd));
    main.add(pointer(0x8825, mainEnd + size(details)));
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    notes.writeBytes("Exif\0\0MM\0*\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1));
    notes.writeBytes(table(main, 8));
    notes.writeBytes(table(details, mainEnd));
    notes.writeBytes(table(satellites, mainEnd + size(details)));
    return notes.toByteArray();
  }

  private static int size(List<Note> table) {
    return 2
        + 12 * table.size()
        + 4
        + table.stream().mapToInt(note -> isInline(note) ? 0 : note.value().length).sum();
  }

  private static boolean isInline(Note note) {
    return note.value().length <= 4;
  }

  private static byte[] table(List<Note> notes, int at) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      ByteArrayOutputStream values = new ByteArrayOutputStream();
      int valuesAt = at + 2 + 12 * notes.size() + 4;
      out.writeShort(notes.size());
      for (Note note : notes) {
        out.writeShort(note.tag());
        out.writeShort(note.type());
        out.writeInt(note.count());
        if (isInline(note)) {
          out.write(Arrays.copyOf(note.value(), 4));
        } else {
          out.writeInt(valuesAt + values.size());
          values.writeBytes(note.value());
        }
      }
      out.writeInt(0);
      out.write(values.toByteArray());
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private static Note text(int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return new Note(tag, ASCII, value.length, value);
  }

  private static Note pointer(int tag, int to) {
    return new Note(tag, LONG, 1, number(to));
  }

  /** Degrees, minutes and ten-thousandths of a second. */
  private static Note degrees(int tag, double degrees) {
    int whole = (int) degrees;
    int minutes = (int) ((degrees - whole) * 60);
    long seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 10_000);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (int part : new int[] {whole, 1, minutes, 1, (int) seconds, 10_000}) {
      value.writeBytes(number(part));
    }
    return new Note(tag, RATIONAL, 3, value.toByteArray());
  }

  private static byte[] number(int value) {
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }
}
