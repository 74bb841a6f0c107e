package org.bihuan.intake.rewriting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.bihuan.intake.rewriting.Unacceptable.Why;

/** Paints a photo anew from its pixels, upright and in sRGB, so that nothing else comes along. */
final class Photo {

  private static final int THUMBNAIL = 320;
  private static final int UPRIGHT = 1;
  private static final float QUALITY = 0.9f;

  /** How readers tell, in passing, that they made up the end. */
  private static final List<String> CUT_OFF = List.of("Truncated File", "Premature end");

  private Photo() {}

  /**
   * A photo made anew.
   *
   * @param mostPixels bound that is held against the head of the file, before it is unpacked
   * @param mostBytes a PNG that would become larger becomes a JPEG
   */
  static Rewritten rewrite(byte[] sent, FileKind kind, long mostPixels, int mostBytes)
      throws Unacceptable, IOException {
    BufferedImage pixels = unpack(sent, kind, mostPixels);
    CameraNotes notes = CameraNotes.of(sent);
    BufferedImage upright = upright(pixels, notes.orientation());
    byte[] thumbnail = jpeg(opaque(thumbnail(upright)));
    FileKind newKind =
        kind == FileKind.PNG || upright.getColorModel().hasAlpha() ? FileKind.PNG : FileKind.JPEG;
    byte[] content = newKind == FileKind.PNG ? png(upright) : jpeg(upright);
    if (content.length > mostBytes && newKind == FileKind.PNG) {
      newKind = FileKind.JPEG;
      content = jpeg(opaque(upright));
    }
    return new Rewritten(
        newKind,
        content,
        thumbnail,
        Picture.of(opaque(upright)),
        upright.getWidth(),
        upright.getHeight(),
        notes.takenAt(),
        notes.position());
  }

  /**
   * A photo that was made anew here, with areas of it blurred. It stays of its kind, and what lies
   * outside the areas looks as before.
   */
  static Rewritten blur(byte[] kept, FileKind kind, long mostPixels, List<BlurredArea> areas)
      throws Unacceptable, IOException {
    BufferedImage picture = upright(unpack(kept, kind, mostPixels), UPRIGHT);
    areas.forEach(area -> Blur.paint(picture, area));
    return new Rewritten(
        kind,
        kind == FileKind.PNG ? png(picture) : jpeg(picture),
        jpeg(opaque(thumbnail(picture))),
        null,
        picture.getWidth(),
        picture.getHeight(),
        null,
        null);
  }

  private static BufferedImage unpack(byte[] sent, FileKind kind, long mostPixels)
      throws Unacceptable, IOException {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
    AtomicBoolean cutOff = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (CUT_OFF.stream().anyMatch(warning::startsWith)) {
            cutOff.set(true);
          }
        });
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels) {
        throw new Unacceptable(Why.PIXELS);
      }
      BufferedImage pixels = reader.read(0);
      if (cutOff.get()) {
        throw new Unacceptable(Why.UNREADABLE);
      }
      return pixels;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage upright(BufferedImage pixels, int orientation) {
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    boolean turned = orientation >= 5;
    BufferedImage upright =
        new BufferedImage(
            turned ? height : width,
            turned ? width : height,
            pixels.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_4BYTE_ABGR
                : BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = upright.createGraphics();
    brush.drawImage(pixels, turn(orientation, width, height), null);
    brush.dispose();
    return upright;
  }

  /** By the numbers of EXIF: mirrored and turned by quarters, so that it lies at the origin. */
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static BufferedImage thumbnail(BufferedImage photo) throws IOException {
    boolean small = photo.getWidth() <= THUMBNAIL && photo.getHeight() <= THUMBNAIL;
    return small ? photo : Thumbnails.of(photo).size(THUMBNAIL, THUMBNAIL).asBufferedImage();
  }

  /** On white, since a JPEG is never transparent. */
  private static BufferedImage opaque(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = opaque.createGraphics();
    brush.drawImage(image, 0, 0, Color.WHITE, null);
    brush.dispose();
    return opaque;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(FileKind.JPEG.mediaType()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
