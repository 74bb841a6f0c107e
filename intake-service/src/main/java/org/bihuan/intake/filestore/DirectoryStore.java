package org.bihuan.intake.filestore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder: {@code ab/abcdef…}. A file is written beside its place, forced to the disk and then
 * moved, so that a crash leaves either the whole of it or none.
 */
final class DirectoryStore implements FileStore {

  private static final int PREFIX = 2;
  private static final String PART = ".part";

  private final Path directory;
  private final Clock clock;

  DirectoryStore(Path directory, Clock clock) {
    this.directory = directory.toAbsolutePath().normalize();
    this.clock = clock;
  }

  @Override
  public void put(String sha256, byte[] content) {
    Path place = place(sha256);
    try {
      if (Files.exists(place)) {
        Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
        return;
      }
      ensure(directory);
      ensure(place.getParent());
      Path part = Files.createTempFile(place.getParent(), sha256, PART);
      try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      force(place.getParent());
    } catch (IOException e) {
      throw new FileAway("a file cannot be kept in " + directory, e);
    }
  }

  @Override
  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(place(sha256));
    } catch (IOException e) {
      throw new FileAway("a file cannot be read from " + directory, e);
    }
  }

  @Override
  public void delete(String sha256) {
    try {
      Files.deleteIfExists(place(sha256));
    } catch (IOException e) {
      throw new FileAway("a file cannot be deleted in " + directory, e);
    }
  }

  /** What a crash has left half written counts as a file under its hash: nobody's, so it goes. */
  @Override
  public List<Kept> beginningWith(String prefix) {
    Path folder = directory.resolve(prefix);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(DirectoryStore::kept).toList();
    } catch (IOException e) {
      throw new FileAway("the files cannot be listed in " + directory, e);
    }
  }

  private static Stream<Kept> kept(Path file) {
    try {
      return Stream.of(
          new Kept(file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException goneMeanwhile) {
      return Stream.empty();
    } catch (IOException e) {
      throw new FileAway("a file cannot be looked at: " + file, e);
    }
  }

  private Path place(String sha256) {
    return directory.resolve(sha256.substring(0, PREFIX)).resolve(sha256);
  }

  private void ensure(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      force(folder.getParent());
    }
  }

  /** That a name is in a folder is on the disk only when the folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
