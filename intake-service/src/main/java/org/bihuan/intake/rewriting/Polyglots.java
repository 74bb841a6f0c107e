package org.bihuan.intake.rewriting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.bihuan.intake.rewriting.Unacceptable.Why;

/**
 * Finds files that are two things at once. What is stored holds nothing of them, but whoever sends
 * such a file means no good, and bytes after a photo are common: cameras put films and maps there.
 */
final class Polyglots {

  /** Where readers of papers look for one. */
  private static final int PDF_WITHIN = 1024;

  private static final int ZIP_END_BYTES = 22;
  private static final int ZIP_LONGEST_COMMENT = 65_535;
  private static final List<String> MARKUP =
      List.of("<script", "<html", "<!doctype html", "<svg", "<iframe", "<?php");

  private Polyglots() {}

  static void refuse(byte[] file, FileKind kind) throws Unacceptable {
    boolean other =
        kind == FileKind.PDF
            ? endsAsZip(file)
            : endsAsZip(file) || beginsAsPdf(file) || holdsMarkup(file);
    if (other) {
      throw new Unacceptable(Why.AMBIGUOUS);
    }
  }

  /** The last record of an archive whose comment ends exactly with the file. */
  private static boolean endsAsZip(byte[] file) {
    int first = Math.max(0, file.length - ZIP_END_BYTES - ZIP_LONGEST_COMMENT);
    for (int at = file.length - ZIP_END_BYTES; at >= first; at--) {
      if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
        int comment = (file[at + 20] & 0xFF) | (file[at + 21] & 0xFF) << 8;
        if (at + ZIP_END_BYTES + comment == file.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean beginsAsPdf(byte[] file) {
    return text(file, Math.min(file.length, PDF_WITHIN)).contains("%pdf-");
  }

  private static boolean holdsMarkup(byte[] file) {
    String text = text(file, file.length);
    return MARKUP.stream().anyMatch(text::contains);
  }

  private static String text(byte[] file, int length) {
    return new String(file, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
