package org.bihuan.intake.rewriting;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.bihuan.contract.Coordinates;

/**
 * A file made anew: what it shows and nothing else, and what its camera had noted in it.
 *
 * @param kind what it is now; a WebP has become a JPEG, or a PNG when it is transparent
 * @param content the new file
 * @param thumbnail a JPEG of at most 320 by 320 pixels, or {@code null} for a paper
 * @param picture what a photo shows, in brief; {@code null} for a paper, or when it shows next to
 *     nothing
 * @param width pixels, upright; 0 for a paper
 * @param height pixels, upright; 0 for a paper
 * @param takenAt by the camera's clock, or {@code null}
 * @param position by the camera, or {@code null}
 */
public record Rewritten(
    FileKind kind,
    byte[] content,
    byte[] thumbnail,
    Picture picture,
    int width,
    int height,
    Instant takenAt,
    Coordinates position) {

  /** Not what people sent. */
  @Override
  public String toString() {
    return "Rewritten[kind=" + kind + ", bytes=" + content.length + "]";
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    write(out, content);
    out.writeBoolean(thumbnail != null);
    if (thumbnail != null) {
      write(out, thumbnail);
    }
    out.writeBoolean(picture != null);
    if (picture != null) {
      picture.writeTo(out);
    }
    out.writeInt(width);
    out.writeInt(height);
    out.writeBoolean(takenAt != null);
    if (takenAt != null) {
      out.writeLong(takenAt.toEpochMilli());
    }
    out.writeBoolean(position != null);
    if (position != null) {
      out.writeDouble(position.longitude());
      out.writeDouble(position.latitude());
    }
  }

  static Rewritten readFrom(DataInputStream in) throws IOException {
    return new Rewritten(
        FileKind.values()[in.readByte()],
        read(in),
        in.readBoolean() ? read(in) : null,
        in.readBoolean() ? Picture.readFrom(in) : null,
        in.readInt(),
        in.readInt(),
        in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null,
        in.readBoolean() ? new Coordinates(in.readDouble(), in.readDouble()) : null);
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
