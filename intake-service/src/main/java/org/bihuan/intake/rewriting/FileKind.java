package org.bihuan.intake.rewriting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken, told by how they begin and not by what they are called. */
public enum FileKind {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  PDF("application/pdf", "pdf");

  private static final byte[] JPEG_MARK = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] RIFF_MARK = "RIFF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WEBP_MARK = "WEBP".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int WEBP_MARK_AT = 8;

  private final String mediaType;
  private final String extension;

  FileKind(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** How names of such files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** The kind that is stored under a media type. */
  public static FileKind ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(kind -> kind.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(mediaType));
  }

  /** The kind of a file, or nothing when it is none of ours. */
  static Optional<FileKind> of(byte[] file) {
    if (has(file, 0, JPEG_MARK)) {
      return Optional.of(JPEG);
    }
    if (has(file, 0, PNG_MARK)) {
      return Optional.of(PNG);
    }
    if (has(file, 0, RIFF_MARK) && has(file, WEBP_MARK_AT, WEBP_MARK)) {
      return Optional.of(WEBP);
    }
    return has(file, 0, PDF_MARK) ? Optional.of(PDF) : Optional.empty();
  }

  private static boolean has(byte[] file, int at, byte[] mark) {
    return file.length >= at + mark.length
        && Arrays.equals(file, at, at + mark.length, mark, 0, mark.length);
  }
}
