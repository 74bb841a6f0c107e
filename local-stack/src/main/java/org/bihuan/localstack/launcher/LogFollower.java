package org.bihuan.localstack.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies what is appended to a log file, as {@code tail -f} does. */
final class LogFollower {
  private static final int BLOCK = 8192;

  private final Path log;
  private long position;

  private LogFollower(Path log, long position) {
    this.log = log;
    this.position = position;
  }

  /** Follows from the first line; the file need not exist yet. */
  static LogFollower fromBegin(Path log) {
    return new LogFollower(log, 0);
  }

  /** Follows from a number of lines before the end. */
  static LogFollower fromLinesBeforeEnd(Path log, int lines) {
    long size = size(log);
    if (size == 0) {
      return new LogFollower(log, 0);
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      int found = 0;
      long start = size;
      // The last character is the end of the last line, not the beginning of one more.
      for (long at = size - 2; at >= 0 && found < lines; at--) {
        file.seek(at);
        if (file.read() == '\n') {
          found++;
        }
        start = found < lines ? at : at + 1;
      }
      return new LogFollower(log, start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies what has come since the last call. */
  void copyNewTo(OutputStream out) {
    long size = size(log);
    if (size < position) {
      // A new start has begun a new file.
      position = 0;
    }
    if (size == position) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(position);
      byte[] block = new byte[BLOCK];
      for (int read = file.read(block); read > 0; read = file.read(block)) {
        out.write(block, 0, read);
        position += read;
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
