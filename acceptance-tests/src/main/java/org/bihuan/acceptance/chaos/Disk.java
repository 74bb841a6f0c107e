package org.bihuan.acceptance.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * A file system of its own for the data of one part, so that it can be full while the machine's
 * disk is not. Lies in a file, of which only what is written takes space. Only root may mount one.
 */
final class Disk implements AutoCloseable {

  private static final String SIZE = "8G";
  private static final int CHUNK = 4096;

  private final Path folder;
  private final Path filler;

  private Disk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /** Whether this machine lets us make one. */
  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"))
        && List.of("mkfs.ext4", "mount", "umount", "fallocate").stream()
            .allMatch(program -> succeeds("sh", "-c", "command -v " + program));
  }

  /** Ends what a killed run may have left there. */
  static void endRemains(Path folder) {
    while (succeeds("mountpoint", "-q", folder.toString())) {
      run("umount", "--lazy", folder.toString());
    }
  }

  /** Mounts an empty one; its file lies beside the folder. */
  static Disk mount(Path folder) throws IOException {
    Path file = folder.resolveSibling(folder.getFileName() + ".disk");
    Files.createDirectories(folder);
    run("truncate", "--size", SIZE, file.toString());
    run("mkfs.ext4", "-q", "-F", "-m", "0", file.toString());
    run("mount", "-o", "loop", file.toString(), folder.toString());
    return new Disk(folder);
  }

  /** Takes all the space that is left. */
  void fill() {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      // At once as far as it goes; the last pieces one by one, since others take some meanwhile.
      run("fallocate", "--length", String.valueOf(free / 100 * 99), filler.toString());
      takeTheRest();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot fill " + folder, e);
    }
  }

  private void takeTheRest() throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(chunk);
      }
    } catch (IOException e) {
      // Full, as it is meant to be; anything else shows here.
      if (Files.getFileStore(folder).getUsableSpace() > CHUNK) {
        throw e;
      }
    }
  }

  void free() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    endRemains(folder);
  }

  private static void run(String... command) {
    if (!succeeds(command)) {
      throw new IllegalStateException("Failed: " + String.join(" ", command));
    }
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(Arrays.asList(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
