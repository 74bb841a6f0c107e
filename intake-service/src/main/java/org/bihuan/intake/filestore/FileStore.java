package org.bihuan.intake.filestore;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Keeps files under the SHA-256 of their content, in 64 hexadecimal digits: the same content is
 * kept once, and a file never changes.
 */
public interface FileStore {

  /**
   * A file that is kept.
   *
   * @param keptSince when it was last put here
   */
  record Kept(String sha256, Instant keptSince) {}

  /** Keeps a file; when this returns, a crash does not lose it. The same again changes nothing. */
  void put(String sha256, byte[] content);

  /**
   * A file that was put here.
   *
   * @throws FileAway when it is not there, or the store does not answer
   */
  InputStream open(String sha256);

  /** Forgets a file; one that is not there changes nothing. */
  void delete(String sha256);

  /** Files whose hash begins with {@code prefix}, two digits. */
  List<Kept> beginningWith(String prefix);
}
