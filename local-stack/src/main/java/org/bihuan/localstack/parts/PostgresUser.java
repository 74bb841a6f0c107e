package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.localstack.layout.StackFailure;

/** As whom PostgreSQL's programs run. */
final class PostgresUser {

  private PostgresUser() {}

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own the same user is nobody in
   * particular, and still owns its files.
   */
  static List<String> run(String... command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      if (!mayUnshare()) {
        throw new StackFailure(
            "PostgreSQL does not run as root, and this machine does not let root make a user"
                + " namespace ('unshare --user true' fails). Run this as an ordinary user.");
      }
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mayUnshare() {
    try {
      return new ProcessBuilder("unshare", "--user", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // No such program: the caller's message tells how to check.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
