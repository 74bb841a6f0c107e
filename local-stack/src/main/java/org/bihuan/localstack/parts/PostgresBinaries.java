package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL server from the Maven artifact of this machine's processor. */
final class PostgresBinaries {
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz");
  private static final int OWNER_EXECUTE = 0100;

  private PostgresBinaries() {}

  /**
   * Returns the folder whose {@code bin} holds the server, unpacking it at the first call. It gets
   * its name only when complete, so an interrupted call leaves nothing that a later one could take
   * for the whole.
   *
   * @throws StackFailure on a system or processor for which there is no artifact
   */
  static Path unpackInto(Path binaries) {
    String archive = archiveOfThisMachine();
    Path target = binaries.resolve("postgres-" + version());
    if (Files.isDirectory(target)) {
      return target;
    }
    Layout.ensure(binaries);
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new StackFailure("The PostgreSQL archive " + archive + " is not on the classpath.");
      }
      Path unfinished = Files.createTempDirectory(binaries, "unfinished-");
      unpack(packed, unfinished);
      moveIntoPlace(unfinished, target);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + binaries, e);
    }
  }

  private static String archiveOfThisMachine() {
    String system = System.getProperty("os.name");
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String archive = ARCHIVES.get(processor);
    if (!"Linux".equals(system) || archive == null) {
      throw new StackFailure(
          "The local stack runs on Linux with an amd64 or aarch64 processor, not on "
              + system
              + " "
              + processor
              + "; use docker-compose.yml there.");
    }
    return archive;
  }

  /** The archive does not tell its version, the artifact it comes in does. */
  private static String version() {
    String artifact = PostgresBinaries.class.getResource("/" + archiveOfThisMachine()).getPath();
    String jar = artifact.substring(0, artifact.indexOf('!'));
    return jar.substring(jar.lastIndexOf('-') + 1, jar.length() - ".jar".length());
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          if ((entry.getMode() & OWNER_EXECUTE) != 0) {
            makeExecutable(file);
          }
        }
      }
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(file, permissions);
  }

  private static void moveIntoPlace(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another stack of this checkout unpacked the same archive at the same time; its copy is as
      // good.
      Folders.delete(unfinished);
    }
  }
}
