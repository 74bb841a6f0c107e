package org.bihuan.acceptance.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file system of its own for the data of one part, so that it can be full while the machine's
 * disk is not. Lies in a file, of which only what is written takes space. Only root may mount one,
 * and not on every machine.
 */
final class Disk implements AutoCloseable {

  private static final int CHUNK = 4096;

  private static final List<String> PROGRAMS =
      List.of("truncate", "mkfs.ext4", "mount", "mountpoint", "umount", "fallocate");

  private final Path folder;
  private final Path file;
  private final Path filler;
  private final String size;

  /**
   * One that is not there yet.
   *
   * @param folder where it is to be mounted; its file lies beside it
   * @param size as {@code truncate} takes it: {@code 8G}
   */
  Disk(Path folder, String size) {
    this.folder = folder;
    this.file = folder.resolveSibling(folder.getFileName() + ".disk");
    this.filler = folder.resolve("filler");
    this.size = size;
  }

  /** Why this machine lets us make none, which making a small one shows; nothing when it does. */
  static Optional<String> obstacle() throws IOException {
    for (String program : PROGRAMS) {
      if (!succeeds("sh", "-c", "command -v " + program)) {
        return Optional.of("there is no program " + program);
      }
    }
    Path scratch = Files.createTempDirectory("bihuan-disk");
    Disk small = new Disk(scratch.resolve("small"), "8M");
    try {
      small.mount();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    } finally {
      small.close();
      Files.deleteIfExists(small.file);
      Files.deleteIfExists(small.folder);
      Files.delete(scratch);
    }
  }

  /** Mounts it, empty. */
  Disk mount() throws IOException {
    Files.createDirectories(folder);
    run("truncate", "--size", size, file.toString());
    run("mkfs.ext4", "-q", "-F", "-m", "0", file.toString());
    run("mount", "-o", "loop", file.toString(), folder.toString());
    return this;
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

  /** Unmounts it, and what a killed run may have left there; nothing happens without any. */
  @Override
  public void close() {
    while (succeeds("mountpoint", "-q", folder.toString())) {
      run("umount", "--lazy", folder.toString());
    }
  }

  private static void run(String... command) {
    Said said = say(command);
    if (said.code() != 0) {
      throw new IllegalStateException(
          "'" + String.join(" ", command) + "' says: " + said.text().strip());
    }
  }

  private static boolean succeeds(String... command) {
    return say(command).code() == 0;
  }

  private record Said(int code, String text) {}

  private static Said say(String... command) {
    try {
      Process process =
          new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
